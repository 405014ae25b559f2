#pragma once
#include <stdbool.h>
#include <stdint.h>

/// Whether allocations can be counted on this system: where the C library lets `malloc` be replaced.
bool can_count_allocations(void);

/// How often the calling thread has asked for memory since it began.
int64_t allocations_of_this_thread(void);
