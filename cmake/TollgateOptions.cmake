# One INTERFACE target that every target of the project links: language, warnings, strict Qt macros, hardening.
add_library(tollgate_options INTERFACE)
target_compile_features(tollgate_options INTERFACE cxx_std_20)
target_include_directories(tollgate_options INTERFACE ${PROJECT_SOURCE_DIR})

target_compile_definitions(tollgate_options INTERFACE
    TOLLGATE_VERSION="${PROJECT_VERSION}"
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CONTEXTLESS_CONNECT
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_USE_QSTRINGBUILDER QT_NO_KEYWORDS QT_NO_FOREACH)

target_compile_options(tollgate_options INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual
    $<$<CONFIG:Release>:-fstack-protector-strong -fstack-clash-protection>)
# GCC's optimiser sees these three in inlined library code (std::string, std::variant, simdjson) where there is nothing.
target_compile_options(tollgate_options INTERFACE
    $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict -Wno-dangling-pointer -Wno-maybe-uninitialized>)
target_compile_definitions(tollgate_options INTERFACE $<$<CONFIG:Release>:_FORTIFY_SOURCE=2>)
target_link_options(tollgate_options INTERFACE $<$<CONFIG:Release>:-Wl,-z,relro,-z,now>)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

option(TOLLGATE_WERROR "Treat warnings as errors" OFF)
if(TOLLGATE_WERROR)
    target_compile_options(tollgate_options INTERFACE -Werror)
endif()

set(TOLLGATE_SANITIZE "" CACHE STRING "Sanitizers to build with, as -fsanitize takes them")
if(TOLLGATE_SANITIZE)
    target_compile_options(tollgate_options INTERFACE -fsanitize=${TOLLGATE_SANITIZE} -fno-omit-frame-pointer)
    target_link_options(tollgate_options INTERFACE -fsanitize=${TOLLGATE_SANITIZE})
endif()

# Clang only: every room is built so that libFuzzer sees its branches (tests/fuzz).
option(TOLLGATE_FUZZ "Build the fuzz targets with libFuzzer" OFF)
if(TOLLGATE_FUZZ)
    target_compile_options(tollgate_options INTERFACE -fsanitize=fuzzer-no-link)
    target_link_options(tollgate_options INTERFACE -fsanitize=fuzzer-no-link)
endif()
