#include "AllocationCounter.h"

#include <stddef.h>
#include <stdlib.h>

#if defined(__GLIBC__)

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *old, size_t size);
extern void *__libc_memalign(size_t alignment, size_t size);

static _Thread_local int64_t allocations;

void *malloc(size_t size) {
    allocations += 1;
    return __libc_malloc(size);
}

void *calloc(size_t count, size_t size) {
    allocations += 1;
    return __libc_calloc(count, size);
}

void *realloc(void *old, size_t size) {
    allocations += 1;
    return __libc_realloc(old, size);
}

int posix_memalign(void **place, size_t alignment, size_t size) {
    allocations += 1;
    *place = __libc_memalign(alignment, size);
    return *place ? 0 : 12;
}

bool can_count_allocations(void) { return true; }
int64_t allocations_of_this_thread(void) { return allocations; }

#else

bool can_count_allocations(void) { return false; }
int64_t allocations_of_this_thread(void) { return 0; }

#endif
