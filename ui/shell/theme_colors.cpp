#include "ui/shell/theme_colors.h"

#include <QCoreApplication>
#include <array>

namespace tollgate::ui {
namespace {

struct Entry {
    const char* name;
    QRgb dark;
    QRgb light;
};

// In the order of ColorRole. Text roles keep a contrast of 4.5:1 or more on every surface they appear on
// (tst_theme computes it).
constexpr std::array<Entry, kColorRoleCount> kColors{{
    {"Window", 0xff0f1318, 0xfff3f5f8},     {"Sidebar", 0xff161b22, 0xfffcfcfd},
    {"Card", 0xff161b22, 0xfffcfcfd},       {"Field", 0xff1b212a, 0xfff7f9fb},
    {"Border", 0xff262c38, 0xffdee3e9},     {"Divider", 0xff232933, 0xffe5e8ec},
    {"Text", 0xffe6eaf0, 0xff1a2230},       {"TextMuted", 0xff8e99a8, 0xff5c6674},
    {"TextFaint", 0xff828d9b, 0xff646e7c},  {"Accent", 0xff4b99fe, 0xff1a63d6},
    {"AccentFill", 0xff2f72e0, 0xff1f6feb}, {"AccentText", 0xffffffff, 0xffffffff},
    {"Selection", 0xff1d2a3c, 0xffe4ecfb},  {"Hover", 0xff1b212a, 0xffeef1f5},
    {"Good", 0xff3eb87e, 0xff147a47},       {"Warning", 0xffe2a73a, 0xff8a5a00},
    {"Bad", 0xffe86a68, 0xffba302e},        {"Violet", 0xffc691e9, 0xff8450b8},
    {"Cyan", 0xff5ac9e6, 0xff14748f},       {"GridLine", 0xff262c38, 0xffdee3e9},
}};

struct SeriesColor {
    QRgb dark;
    QRgb light;
};

constexpr std::array<SeriesColor, 10> kSeries{{
    {0xff4b99fe, 0xff1f6feb}, // blue
    {0xff7ad78e, 0xff2d9d5b}, // green
    {0xfff1b75a, 0xffc0811a}, // amber
    {0xff5ac9e6, 0xff1d90b1}, // cyan
    {0xffc691e9, 0xff9362c2}, // violet
    {0xffe5605e, 0xffc63a38}, // red
    {0xfff08bb4, 0xffc2497d}, // pink
    {0xff9aa7ff, 0xff5a63d8}, // indigo
    {0xffc9d36a, 0xff7d8a12}, // lime
    {0xfff39a6b, 0xffc8602b}, // orange
}};

constexpr std::size_t kOthers = 2; ///< amber: for what is left over, and for no name that is hashed

struct KnownSeries {
    QLatin1StringView name;
    std::size_t color;
};

constexpr std::array kKnownSeries{
    KnownSeries{QLatin1StringView("openai"), 0},  KnownSeries{QLatin1StringView("anthropic"), 1},
    KnownSeries{QLatin1StringView("azure"), 3},   KnownSeries{QLatin1StringView("gemini"), 4},
    KnownSeries{QLatin1StringView("bedrock"), 9}, KnownSeries{QLatin1StringView("vllm"), 7},
    KnownSeries{QLatin1StringView("ollama"), 6},  KnownSeries{QLatin1StringView("mistral"), 8},
    KnownSeries{QLatin1StringView("p50"), 0},     KnownSeries{QLatin1StringView("p95"), 2},
    KnownSeries{QLatin1StringView("p99"), 5},     KnownSeries{QLatin1StringView("stable"), 0},
    KnownSeries{QLatin1StringView("canary"), 2},  KnownSeries{QLatin1StringView("requests"), 0},
    KnownSeries{QLatin1StringView("latency"), 3}, KnownSeries{QLatin1StringView("overhead"), 4},
    KnownSeries{QLatin1StringView("errors"), 5},  KnownSeries{QLatin1StringView("spend"), 2},
    KnownSeries{QLatin1StringView("tokens"), 1},
};

// FNV-1a: qHash is seeded per process, and the colour must survive a restart.
std::size_t stableHash(const QString& name) {
    quint32 hash = 2166136261u;
    for (const char byte : name.toUtf8())
        hash = (hash ^ static_cast<quint8>(byte)) * 16777619u;
    return hash;
}

} // namespace

QColor themeColor(ColorRole role, bool dark) {
    const Entry& entry = kColors[static_cast<std::size_t>(role)];
    return QColor::fromRgba(dark ? entry.dark : entry.light);
}

QString colorRoleName(ColorRole role) {
    const auto index = static_cast<std::size_t>(role);
    return index < kColors.size() ? QString::fromLatin1(kColors[index].name) : QString();
}

QString othersName() {
    return QCoreApplication::translate("tollgate::ui", "others");
}

QColor seriesColorFor(const QString& name, bool dark) {
    std::size_t index = stableHash(name) % (kSeries.size() - 1);
    index += index >= kOthers ? 1 : 0;
    if (name == u"others"_qs || name == othersName())
        index = kOthers;
    for (const KnownSeries& known : kKnownSeries) {
        if (name == known.name || (name.startsWith(known.name) && name.at(known.name.size()) == u'-'))
            index = known.color; // "vllm-gpu1" is one of vllm's
    }
    return QColor::fromRgba(dark ? kSeries[index].dark : kSeries[index].light);
}

} // namespace tollgate::ui
