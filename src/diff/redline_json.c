#include <jansson.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "diff/redline.h"

static json_t *json_of(Str s)
{
    StrBuf clean = {0};

    utf8_clean(s, &clean);
    json_t *value = json_stringn(strbuf_cstr(&clean), clean.len);
    strbuf_deinit(&clean);
    return value;
}

static json_t *json_of_index(size_t index)
{
    return index == NO_INDEX ? json_null() : json_integer((json_int_t)index);
}

static const char *gap_name(Gap gap)
{
    static const char *const names[] = {
        [GAP_NONE] = "none", [GAP_SPACE] = "space", [GAP_LINE] = "line"};
    return names[gap];
}

static const char *change_name(ChangeKind kind)
{
    static const char *const names[] = {
        [CHANGE_SAME] = "same", [CHANGE_ADDED] = "added", [CHANGE_REMOVED] = "removed"};
    return names[kind];
}

static const char *state_name(BlockChange state)
{
    static const char *const names[] = {[BLOCK_SAME] = "same",
                                        [BLOCK_CHANGED] = "changed",
                                        [BLOCK_ADDED] = "added",
                                        [BLOCK_REMOVED] = "removed",
                                        [BLOCK_MOVED_HERE] = "moved-here",
                                        [BLOCK_MOVED_AWAY] = "moved-away"};
    return names[state];
}

static const char *kind_name(BlockKind kind)
{
    static const char *const names[] = {[BLOCK_PARAGRAPH] = "paragraph",
                                        [BLOCK_HEADING] = "heading",
                                        [BLOCK_ITEM] = "item",
                                        [BLOCK_CODE] = "code",
                                        [BLOCK_HTML] = "html",
                                        [BLOCK_TABLE] = "table",
                                        [BLOCK_RULE] = "rule"};
    return names[kind];
}

static json_t *json_of_block(const RedlineBlock *block)
{
    json_t *object = json_object();
    json_t *changes = json_array();

    for (size_t i = 0; i < block->change_count; i++) {
        json_t *change = json_object();
        json_object_set_new(change, "change",
                            json_string(change_name(block->changes[i].kind)));
        json_object_set_new(change, "gap",
                            json_string(gap_name(block->changes[i].gap)));
        json_object_set_new(change, "text", json_of(block->changes[i].text));
        json_array_append_new(changes, change);
    }
    json_object_set_new(object, "change", json_string(state_name(block->state)));
    json_object_set_new(object, "kind", json_string(kind_name(block->kind)));
    if (block->state == BLOCK_MOVED_HERE || block->state == BLOCK_MOVED_AWAY)
        json_object_set_new(object, "other_part", json_of_index(block->other_part));
    json_object_set_new(object, "changes", changes);
    return object;
}

static const char *part_change(const RedlinePart *part)
{
    if (part->new_part == NO_INDEX && part->old_part != NO_INDEX)
        return "removed";
    if (part->old_part == NO_INDEX && part->new_part != NO_INDEX)
        return "added";
    return part->changed ? "changed" : "same";
}

static json_t *json_of_part(const Redline *r, const RedlinePart *part)
{
    json_t *object = json_object();
    json_t *blocks = json_array();

    for (size_t i = 0; i < part->block_count; i++)
        json_array_append_new(blocks, json_of_block(&r->blocks[part->first_block + i]));
    json_object_set_new(object, "id", json_of(part->id));
    json_object_set_new(object, "title", json_of(part->title));
    json_object_set_new(object, "change", json_string(part_change(part)));
    json_object_set_new(object, "added", json_integer(part->added));
    json_object_set_new(object, "removed", json_integer(part->removed));
    json_object_set_new(object, "blocks", blocks);
    return object;
}

static json_t *json_of_meta(const Redline *r)
{
    json_t *list = json_array();

    for (size_t i = 0; i < r->meta_count; i++) {
        json_t *entry = json_object();
        json_object_set_new(entry, "key", json_of(r->meta[i].key));
        json_object_set_new(entry, "before", json_of(r->meta[i].before));
        json_object_set_new(entry, "after", json_of(r->meta[i].after));
        json_array_append_new(list, entry);
    }
    return list;
}

static json_t *json_of_redline(const Redline *r)
{
    json_t *object = json_object();
    json_t *parts = json_array();

    for (size_t i = 0; i < r->part_count; i++)
        json_array_append_new(parts, json_of_part(r, &r->parts[i]));
    json_object_set_new(object, "equal", json_boolean(r->equal));
    json_object_set_new(
        object, "unit",
        json_string(r->lang == LANG_JA || r->lang == LANG_ZH ? "characters" : "words"));
    json_object_set_new(object, "added", json_integer(r->added));
    json_object_set_new(object, "removed", json_integer(r->removed));
    json_object_set_new(object, "parts_changed", json_integer(r->parts_changed));
    json_object_set_new(object, "front_matter_changed",
                        json_boolean(r->front_matter_changed));
    json_object_set_new(object, "front_matter", json_of_meta(r));
    json_object_set_new(object, "parts", parts);
    return object;
}

void redline_json(const Redline *r, Str members, StrBuf *out)
{
    json_t *object = json_of_redline(r);
    char *text = json_dumps(object, JSON_COMPACT);

    strbuf_addz(out, "{\"schema\":\"prfaq/diff/1\",");
    if (members.len) {
        strbuf_add(out, members);
        strbuf_addc(out, ',');
    }
    strbuf_addz(out, text ? text + 1 : "}"); /* without its opening brace */
    free(text);
    json_decref(object);
}
