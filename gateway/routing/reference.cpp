#include "gateway/routing/reference.h"

namespace tollgate {

namespace {

std::size_t cutOf(std::string_view reference) {
    const std::size_t cut = reference.find_first_of("/:");
    return cut == 0 || cut + 1 == reference.size() ? std::string_view::npos : cut;
}

} // namespace

Target splitReference(std::string_view reference) {
    const std::size_t cut = cutOf(reference);
    if (cut == std::string_view::npos)
        return {};
    return {std::string(reference.substr(0, cut)), std::string(reference.substr(cut + 1)), 1};
}

bool refersTo(std::string_view reference, const Target& target) {
    const std::size_t cut = cutOf(reference);
    return cut != std::string_view::npos && reference.substr(0, cut) == target.provider &&
           reference.substr(cut + 1) == target.model;
}

} // namespace tollgate
