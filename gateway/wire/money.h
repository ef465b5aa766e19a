#pragma once
// Money is an integer number of nanodollars (1e-9 USD); prices are nanodollars per million tokens, which
// holds every published price exactly ($0.15 per million = 150'000'000).

#include <cstdint>
#include <limits>
#include <string> // also <compare>, which moc of Qt 6.4 cannot read by itself

namespace tollgate {

struct Money {
    std::int64_t nanodollars = 0;

    static Money fromUsd(double usd);
    double usd() const { return static_cast<double>(nanodollars) / 1e9; }
    /// Shortest exact decimal: "0.000145", "12", "-0.5".
    std::string toString() const;

    Money& operator+=(Money other) {
        nanodollars += other.nanodollars;
        return *this;
    }
    Money& operator-=(Money other) {
        nanodollars -= other.nanodollars;
        return *this;
    }
    friend Money operator+(Money a, Money b) { return {a.nanodollars + b.nanodollars}; }
    friend Money operator-(Money a, Money b) { return {a.nanodollars - b.nanodollars}; }
    friend auto operator<=>(Money, Money) = default;
};

/// Nanodollars per million tokens.
struct TokenPrice {
    std::int64_t nanodollarsPerMtok = 0;

    static TokenPrice fromUsdPerMtok(double usd);
    double usdPerMtok() const { return static_cast<double>(nanodollarsPerMtok) / 1e9; }
    friend auto operator<=>(TokenPrice, TokenPrice) = default;
};

/// Adds up tokens × price exactly and rounds once, half up, to whole nanodollars. What no Money can hold
/// becomes the largest one: token counts come from callers, and a sum must never wrap into something cheap.
class CostSum {
public:
    void add(std::int64_t tokens, TokenPrice price) {
        m_sum += static_cast<Wide>(tokens) * price.nanodollarsPerMtok;
    }
    Money total() const {
        const Wide rounded = (m_sum + 500'000) / 1'000'000;
        constexpr std::int64_t kLargest = std::numeric_limits<std::int64_t>::max();
        return {rounded > kLargest ? kLargest : static_cast<std::int64_t>(rounded)};
    }

private:
    __extension__ using Wide = __int128;
    Wide m_sum = 0;
};

} // namespace tollgate
