#include "gateway/wire/money.h"

#include <cmath>
#include <cstdlib>

namespace tollgate {

Money Money::fromUsd(double usd) {
    return {std::llround(usd * 1e9)};
}

TokenPrice TokenPrice::fromUsdPerMtok(double usd) {
    return {std::llround(usd * 1e9)};
}

std::string Money::toString() const {
    const bool negative = nanodollars < 0;
    const auto magnitude =
        negative ? 0 - static_cast<std::uint64_t>(nanodollars) : static_cast<std::uint64_t>(nanodollars);
    std::string text = (negative ? "-" : "") + std::to_string(magnitude / 1'000'000'000);
    std::string fraction = std::to_string(magnitude % 1'000'000'000);
    fraction.insert(0, 9 - fraction.size(), '0');
    fraction.erase(fraction.find_last_not_of('0') + 1);
    return fraction.empty() ? text : text + "." + fraction;
}

} // namespace tollgate
