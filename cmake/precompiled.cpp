// cmake/precompiled.cpp - a home for the precompiled header.
