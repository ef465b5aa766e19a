#include "gateway/dialects/anthropic_betas.h"

#include <algorithm>
#include <string_view>

namespace tollgate {

std::vector<std::string> anthropicBetas(const HttpHeaders& headers) {
    constexpr std::string_view kSpace = " \t";
    std::vector<std::string> betas;
    for (const auto& [name, value] : headers.entries()) {
        if (name != "anthropic-beta")
            continue;
        std::string_view rest = value;
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find(','), rest.size());
            std::string_view beta = rest.substr(0, end);
            rest.remove_prefix(std::min(end + 1, rest.size()));
            beta.remove_prefix(std::min(beta.find_first_not_of(kSpace), beta.size()));
            beta = beta.substr(0, beta.find_last_not_of(kSpace) + 1);
            if (!beta.empty() && std::ranges::find(betas, beta) == betas.end())
                betas.emplace_back(beta);
        }
    }
    return betas;
}

} // namespace tollgate
