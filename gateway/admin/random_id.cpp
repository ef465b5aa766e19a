#include "gateway/admin/random_id.h"

#include <QRandomGenerator>

namespace tollgate {

std::string randomId(std::string_view prefix) {
    constexpr std::string_view kAlphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    constexpr int kLength = 16;
    std::string id(prefix);
    for (int i = 0; i < kLength; ++i) {
        const auto index = QRandomGenerator::system()->bounded(static_cast<quint32>(kAlphabet.size()));
        id += kAlphabet[index];
    }
    return id;
}

} // namespace tollgate
