#include "doc/markdown_same.h"

#include <cmark.h>

#include "base/mem.h"
#include "doc/guard.h"
#include "doc/mark.h"

typedef struct Walk {
    Arena arena;
    cmark_node *root;
    cmark_iter *iter;
    cmark_event_type event;
    cmark_node *node;
} Walk;

static void walk_open(Walk *w, Str md)
{
    Guard guard;

    markdown_guard(md, &w->arena, &guard);
    w->root = cmark_parse_document(guard.md.ptr, guard.md.len, CMARK_OPT_DEFAULT);
    w->iter = cmark_iter_new(w->root);
}

static void walk_close(Walk *w)
{
    cmark_iter_free(w->iter);
    cmark_node_free(w->root);
    arena_deinit(&w->arena);
}

static bool is_id_comment(cmark_node *node)
{
    Str id;

    return cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK &&
           mark_comment(str_from(cmark_node_get_literal(node)), STR("prfaq-id"), &id);
}

/* False at the end. */
static bool walk_next(Walk *w)
{
    do {
        w->event = cmark_iter_next(w->iter);
        w->node = cmark_iter_get_node(w->iter);
    } while (w->event != CMARK_EVENT_DONE && is_id_comment(w->node));
    return w->event != CMARK_EVENT_DONE;
}

static bool same_text(const char *a, const char *b)
{
    return str_eq(str_from(a), str_from(b));
}

static bool same_list(cmark_node *a, cmark_node *b)
{
    return cmark_node_get_list_type(a) == cmark_node_get_list_type(b) &&
           cmark_node_get_list_start(a) == cmark_node_get_list_start(b) &&
           cmark_node_get_list_delim(a) == cmark_node_get_list_delim(b) &&
           cmark_node_get_list_tight(a) == cmark_node_get_list_tight(b);
}

static bool same_node(cmark_node *a, cmark_node *b)
{
    cmark_node_type type = cmark_node_get_type(a);

    if (type != cmark_node_get_type(b))
        return false;
    switch (type) {
    case CMARK_NODE_LIST:
        return same_list(a, b);
    case CMARK_NODE_HEADING:
        return cmark_node_get_heading_level(a) == cmark_node_get_heading_level(b);
    case CMARK_NODE_LINK:
    case CMARK_NODE_IMAGE:
        return same_text(cmark_node_get_url(a), cmark_node_get_url(b)) &&
               same_text(cmark_node_get_title(a), cmark_node_get_title(b));
    case CMARK_NODE_CODE_BLOCK:
        if (!same_text(cmark_node_get_fence_info(a), cmark_node_get_fence_info(b)))
            return false;
        return same_text(cmark_node_get_literal(a), cmark_node_get_literal(b));
    default:
        return same_text(cmark_node_get_literal(a), cmark_node_get_literal(b));
    }
}

bool markdown_same(Str a, Str b)
{
    Walk left = {0}, right = {0};
    bool same = true;

    walk_open(&left, a);
    walk_open(&right, b);
    for (bool more = true; more && same;) {
        more = walk_next(&left);
        same = walk_next(&right) == more && left.event == right.event;
        if (more && same && left.event == CMARK_EVENT_ENTER)
            same = same_node(left.node, right.node);
    }
    walk_close(&left);
    walk_close(&right);
    return same;
}
