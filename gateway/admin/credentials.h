#pragma once
// A provider's credentials: as they are sent, as they are shown, as they are kept.

#include "gateway/admin/admin_types.h"
#include "gateway/config/snapshot.h"
#include "gateway/secrets/secret_box.h"
#include "gateway/store/resource_repository.h"

#include <boost/json/object.hpp>

#include <span>
#include <string>
#include <vector>

namespace tollgate {

/// What a write says: `{"api_key"}`, `{"api_keys":[…]}` or a vendor's own fields. A masked value ("…abcd")
/// stands for the current one that it was made from. Errors are relative to the provider
/// ("credentials.api_key") and never repeat a value.
Parsed<Credentials> credentialsFromJson(const boost::json::value& given, ProviderKind kind,
                                        const Credentials& current);

/// The same shape with every value masked; {} when there are none.
boost::json::object maskedCredentials(const Credentials& credentials);

bool sameCredentials(const Credentials& a, const Credentials& b);

std::vector<SealedCredential> sealCredentials(const SecretBox& box, const std::string& provider,
                                              const Credentials& credentials);
/// Of one provider. The error names the field.
tl::expected<Credentials, std::string> unsealCredentials(const SecretBox& box,
                                                         std::span<const SealedCredential> sealed);

} // namespace tollgate
