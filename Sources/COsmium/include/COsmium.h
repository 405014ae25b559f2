#ifndef COSMIUM_H
#define COSMIUM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A small C interface over libosmium: what a visitor asks for is read out of an OSM file and handed over in the
/// order of ids, whatever the order in the file. No C++ exception gets through.

/// The tags of one object, sorted by the bytes of the keys, each key once; valid during the call only.
typedef struct {
    /// Each a key and a value that end with a zero.
    const char *first;
    /// In bytes, zeros included.
    size_t size;
    /// Those whose keys the visitor knows: the number of the key above the 16 bits of the value's, which are 0 for
    /// a value that it does not know.
    const uint32_t *codes;
    size_t codeCount;
} COsmiumTags;

/// A node of a way or ring; both coordinates are NaN when the file does not have the node.
typedef struct {
    int64_t id;
    /// Numbers from 0 on for the nodes of ways and rings, by id, the same wherever a node occurs; 0 for others.
    uint32_t number;
    double longitude;
    double latitude;
} COsmiumNode;

/// A closed ring: the first node is repeated at the end. An inner ring belongs to the outer one before it.
typedef struct {
    bool isOuter;
    const COsmiumNode *first;
    size_t count;
} COsmiumRing;

/// Why there is no area for a relation of type multipolygon.
typedef enum {
    /// Ways of the relation, or nodes of its ways, are not in the file.
    COsmiumIncomplete,
    /// The members' ways do not make closed rings.
    COsmiumNotClosed,
} COsmiumAreaFault;

/// What to look for and whom to tell. All functions must be given; they are called on the caller's thread.
typedef struct {
    void *context;
    /// Words that codes have numbers for, by place from 1 on, each once, at most 65,535; the first `keyCount` are keys.
    /// Objects that have none of these keys are passed over.
    const char *const *words;
    size_t wordCount;
    size_t keyCount;
    /// Whether a node, a way or a multipolygon relation with tags of these codes is to be handed over. Codes come in
    /// the order of the file; of a key given twice the first stands.
    bool (*wantsNode)(void *context, const uint32_t *codes, size_t count);
    bool (*wantsWay)(void *context, const uint32_t *codes, size_t count);
    bool (*wantsRelation)(void *context, const uint32_t *codes, size_t count);
    void (*node)(void *context, COsmiumNode node, COsmiumTags tags);
    void (*way)(void *context, int64_t id, const COsmiumNode *nodes, size_t count, COsmiumTags tags);
    void (*area)(void *context, int64_t relation, const COsmiumRing *rings, size_t count, COsmiumTags tags);
    void (*brokenArea)(void *context, int64_t relation, COsmiumAreaFault fault, COsmiumTags tags);
} COsmiumVisitor;

typedef enum {
    COsmiumDone,
    /// The file could not be opened or read; the message is the system's.
    COsmiumNotReadable,
    /// The content is no OSM data that can be read.
    COsmiumNotOSM,
    /// The content breaks off or contradicts itself.
    COsmiumDamaged,
    /// There is not enough memory.
    COsmiumNoMemory,
} COsmiumStatus;

/// What the file holds, wanted or not; ids given twice count twice.
typedef struct {
    int64_t nodes;
    int64_t ways;
    int64_t relations;
} COsmiumCounts;

/// Reads the plain file at an absolute path; the format is told by its first bytes.
///
/// `message` takes what went wrong, cut to `messageSize` bytes with its terminating zero; empty when nothing did.
/// Functions of the visitor may have been called before a failure was found.
COsmiumStatus COsmiumRead(
    const char *path, const COsmiumVisitor *visitor, COsmiumCounts *counts, char *message, size_t messageSize);

#ifdef __cplusplus
}
#endif

#endif
