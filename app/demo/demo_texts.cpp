#include "app/demo/demo_texts.h"

#include <algorithm>
#include <span>

namespace tollgate::demo {

namespace {

constexpr std::string_view kChat[] = {
    "Where is my order? The shop says it left the warehouse on Monday, and the tracking page has not moved "
    "since.",
    "Can I change the delivery address after paying? I moved last week and only noticed when the mail came.",
    "The voucher SPRING was refused at the checkout although the newsletter says it is valid until Sunday.",
    "Explain in two sentences what happens to my points when I send one of three items back.",
    "Give me 3 key benefits of a model-agnostic gateway, each in one short sentence, for a slide.",
    "Write a friendly reminder for a basket that was left with two pairs of running shoes in size 42.",
    "Which of these two jackets is warmer, the down one at 189 or the wool one at 210? Answer in one line.",
    "Turn this into a polite reply: no refund after 30 days, but we can offer store credit of the same "
    "value.",
};
constexpr std::string_view kAuto[] = {
    "Compare the expected and the actual output of this test run and name the first line that differs, with "
    "its "
    "number and the reason in plain words.",
    "Score the following answer from 1 to 5 for correctness, completeness and tone, and give one sentence of "
    "evidence for each of the three scores.",
    "Write a unit test for a function that parses RFC 3339 timestamps, with one case for a leap second.",
};
constexpr std::string_view kLong[] = {
    "Read the attached terms of service and list every clause that lets the supplier change prices, with its "
    "number.",
    "Summarise the minutes below for someone who was not there: decisions first, then open questions, then "
    "dates.",
};
constexpr std::string_view kSearch[] = {
    "Rewrite as a catalogue query: warm waterproof jacket for hiking in autumn, not red, under 150",
    "Rewrite as a catalogue query: present for a nine year old who likes dinosaurs and building things",
    "Rewrite as a catalogue query: quiet dishwasher 45 cm with a cutlery tray, delivered this week",
};
constexpr std::string_view kSupport[] = {
    "Ticket: The app logs me out every few minutes since the update, on a phone and on a tablet. Draft a "
    "reply that "
    "asks for the version and offers the web page meanwhile.",
    "Ticket: I was charged twice for one order and the bank says both went through. Draft a reply that says "
    "what "
    "happens next and when the money is back.",
};
constexpr std::string_view kNotebook[] = {
    "Give me 3 key benefits of a model-agnostic gateway.",
    "Short plan for adding fallback to my API.",
    "List 2 risks of vendor lock-in.",
};
constexpr std::string_view kParagraph =
    "\nThe parties met on the agreed date and went through the list point by point. Delivery was late twice "
    "because "
    "the second carrier had no capacity, which the supplier had announced in time. The price stays as it is "
    "until "
    "the end of the quarter; after that either side may ask for a new one with four weeks' notice.";

std::span<const std::string_view> textsOf(Errand errand) {
    switch (errand) {
    case Errand::Auto:
        return kAuto;
    case Errand::Long:
    case Errand::Summarise:
        return kLong;
    case Errand::Search:
        return kSearch;
    case Errand::Support:
    case Errand::AzureOnly:
        return kSupport;
    case Errand::Notebook:
        return kNotebook;
    default:
        return kChat;
    }
}

} // namespace

std::string promptFor(Errand errand, Random& random) {
    const auto texts = textsOf(errand);
    std::string prompt(texts[static_cast<std::size_t>(uniform(random) * static_cast<double>(texts.size()))]);
    if (errand != Errand::Long && errand != Errand::Summarise && errand != Errand::Auto)
        return prompt;
    constexpr double kCharactersPerToken = 4;
    const double wanted =
        std::min(logNormal(random, lightErrandInfo(errand).inputTokens, 0.4), 4000.0) * kCharactersPerToken;
    while (static_cast<double>(prompt.size()) < wanted)
        prompt += kParagraph;
    return prompt;
}

} // namespace tollgate::demo
