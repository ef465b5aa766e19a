// OpenAI Responses that go on from earlier ones: what previous_response_id and item_reference name is put
// into the request before it is routed, and the reply is kept for the next.

#include "gateway/dialects/openai_responses_store.h"
#include "gateway/pipeline/call.h"

namespace tollgate {

/// Where no key is asked for, this machine is one owner.
std::string ChatCall::conversationOwner() const {
    return m_key != nullptr ? m_key->id : std::string("loopback");
}

bool ChatCall::needsConversation() const {
    return !m_envelope.previousResponseId.empty() || !m_envelope.references.empty();
}

void ChatCall::findConversation() {
    m_services.responses.find({conversationOwner(), m_envelope.previousResponseId, m_envelope.references},
                              this, [this](const ResponseLookup& lookup) {
                                  if (!m_settled)
                                      conversationFound(lookup);
                              });
}

void ChatCall::conversationFound(const ResponseLookup& lookup) {
    if (!lookup.missingResponse.empty()) {
        fail(unknownPreviousResponse(lookup.missingResponse));
        return;
    }
    if (!lookup.missingItem.empty()) {
        fail(unknownReference(lookup.missingItem));
        return;
    }
    if (lookup.tooLong) {
        fail(conversationTooLong());
        return;
    }
    m_previousId = m_envelope.previousResponseId;
    m_referenced = lookup.referenced;
    m_resolved.emplace(m_exchange->request());
    m_resolved->body = withResolvedInput(m_request->body, lookup.priorItems, lookup.referenced);
    m_request = &*m_resolved;
    const bool store = m_envelope.store;
    auto envelope = m_dialect.inspect(*m_request);
    if (!envelope) {
        fail(envelope.error());
        return;
    }
    m_envelope = *std::move(envelope);
    m_envelope.store = store;
    m_envelope.previousResponseId = m_previousId; // the reply names it
    proceed();
}

void ChatCall::keepReply() {
    if (!m_envelope.store || m_dialect.wireFormat() != WireFormat::OpenAiResponses)
        return;
    FinishedReply reply = readFinishedReply(m_encoder   ? m_encoder->finalReply()
                                            : m_attempt ? m_attempt->finalReply()
                                                        : std::string_view());
    if (reply.id.empty())
        return;
    StoredResponse kept;
    kept.owner = conversationOwner();
    kept.id = std::move(reply.id);
    kept.previousId = m_previousId;
    kept.input = storedItems(m_exchange->request().body, m_referenced);
    kept.output = std::move(reply.output);
    m_services.responses.put(std::move(kept));
}

} // namespace tollgate
