#include "COsmium.h"

#include "Extraction.hpp"
#include "Words.hpp"

#include <cstdio>
#include <new>
#include <system_error>

namespace {

COsmiumStatus failed(COsmiumStatus status, const char *what, char *message, size_t size) {
    if (size > 0) { std::snprintf(message, size, "%s", what); }
    return status;
}

}

COsmiumStatus COsmiumRead(
    const char *path, const COsmiumVisitor *visitor, COsmiumCounts *counts, char *message, size_t messageSize) {
    if (messageSize > 0) { message[0] = '\0'; }
    *counts = {0, 0, 0};
    try {
        const cosmium::Words words{*visitor};
        cosmium::OSMSource source{path, words};
        cosmium::Extraction{source, words, *visitor, *counts}.run();
        return COsmiumDone;
    } catch (const std::bad_alloc &) {
        return failed(COsmiumNoMemory, "out of memory", message, messageSize);
    } catch (const cosmium::NotReadable &error) {
        return failed(COsmiumNotReadable, error.what(), message, messageSize);
    } catch (const cosmium::NotOSM &error) {
        return failed(COsmiumNotOSM, error.what(), message, messageSize);
    } catch (const std::exception &error) {
        // libosmium and protozero throw all else for content they cannot make sense of.
        return failed(COsmiumDamaged, error.what(), message, messageSize);
    } catch (...) {
        return failed(COsmiumDamaged, "the reader gave no reason", message, messageSize);
    }
}
