# cmake -B build-debug -C scripts/presets/debug.cmake: address and undefined behaviour sanitizers, leaks included
set(CMAKE_BUILD_TYPE Debug CACHE STRING "")
set(CMAKE_C_FLAGS_DEBUG "-O1 -g" CACHE STRING "")
set(CADRE_SANITIZE ON CACHE BOOL "")
