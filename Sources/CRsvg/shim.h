#pragma once
#include <librsvg/rsvg.h>
#include <stddef.h>
#include <string.h>
#ifdef __linux__
#include <fontconfig/fontconfig.h>
#endif

typedef int (*crsvg_sink)(void *owner, const unsigned char *bytes, unsigned int count);

struct crsvg_stream {
    crsvg_sink sink;
    void *owner;
};

static inline cairo_status_t crsvg_take(void *stream, const unsigned char *bytes, unsigned int count) {
    struct crsvg_stream *to = (struct crsvg_stream *)stream;
    return to->sink(to->owner, bytes, count) ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

/// Draws an SVG of `length` bytes as a PNG of `width` by `height` pixels, which is given to `sink` in pieces.
/// Returns 1, or 0 with what went wrong in `message`.
static inline int crsvg_draw(
    const unsigned char *svg, size_t length, int width, int height, crsvg_sink sink, void *owner,
    char *message, size_t room
) {
    GError *error = NULL;
    RsvgHandle *handle = rsvg_handle_new_from_data(svg, length, &error);
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height);
    cairo_t *context = cairo_create(surface);
    RsvgRectangle sheet = {0, 0, (double)width, (double)height};
    cairo_status_t status = CAIRO_STATUS_SUCCESS;
    int drawn = handle != NULL && rsvg_handle_render_document(handle, context, &sheet, &error);
    status = cairo_status(context);
    cairo_destroy(context);
    if (drawn && status == CAIRO_STATUS_SUCCESS) {
        struct crsvg_stream stream = {sink, owner};
        status = cairo_surface_write_to_png_stream(surface, crsvg_take, &stream);
    }
    cairo_surface_destroy(surface);
    if (handle) g_object_unref(handle);
    const char *reason = error ? error->message : cairo_status_to_string(status);
    if (!drawn || status != CAIRO_STATUS_SUCCESS) {
        strncpy(message, reason, room - 1);
        message[room - 1] = 0;
        drawn = 0;
    }
    if (error) g_error_free(error);
    return drawn;
}

/// Whether a font with Chinese characters is installed.
static inline int crsvg_has_chinese_font(void) {
#ifdef __linux__
    FcPattern *pattern = FcPatternCreate();
    FcLangSet *languages = FcLangSetCreate();
    FcLangSetAdd(languages, (const FcChar8 *)"zh-cn");
    FcPatternAddLangSet(pattern, FC_LANG, languages);
    FcObjectSet *objects = FcObjectSetBuild(FC_FAMILY, (char *)0);
    FcFontSet *fonts = FcFontList(NULL, pattern, objects);
    int found = fonts != NULL && fonts->nfont > 0;
    if (fonts) FcFontSetDestroy(fonts);
    FcObjectSetDestroy(objects);
    FcLangSetDestroy(languages);
    FcPatternDestroy(pattern);
    return found;
#else
    // macOS comes with several.
    return 1;
#endif
}
