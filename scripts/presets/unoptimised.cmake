# cmake -B build-O0 -C scripts/presets/unoptimised.cmake: as written, with assertions; the program alone is compared with the other builds
set(CMAKE_BUILD_TYPE Debug CACHE STRING "")
set(CMAKE_C_FLAGS_DEBUG "-O0" CACHE STRING "")
set(CADRE_TESTS OFF CACHE BOOL "")
