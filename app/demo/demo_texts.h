#pragma once
// What the people of the demo write.

#include "app/demo/demo_world.h"

#include <string>

namespace tollgate::demo {

/// A prompt that suits the errand, about as long as its info says.
std::string promptFor(Errand errand, Random& random);

} // namespace tollgate::demo
