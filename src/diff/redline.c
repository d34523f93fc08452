#include "diff/redline.h"

#include <string.h>

#include "diff/align.h"
#include "diff/blocks.h"
#include "diff/hidden.h"
#include "diff/wording.h"
#include "diff/words.h"

typedef struct BlockList {
    DiffBlock *items;
    size_t count;
    size_t cap;
} BlockList;

static void add_block(BlockList *list, DiffBlock block, Arena *scratch)
{
    list->items =
        arena_grow(scratch, list->items, list->count, &list->cap, sizeof block);
    list->items[list->count++] = block;
}

static Str without_quote_marks(Str line)
{
    size_t at = 0;

    while (at < line.len && (line.ptr[at] == ' ' || line.ptr[at] == '>'))
        at++;
    return str_slice(line, at, line.len);
}

/* The source of a block as people read it: without the marks of continued lines in a
 * block quote, and without the ids that prfaq hides in it. What differs from the
 * document is a copy. */
static Str block_text(const Document *doc, const Block *block, Arena *arena)
{
    Str source = str_range(doc->bytes, block->range);
    Str rest = source, line;

    if (block->kind != BLOCK_CODE)
        source = rest = hidden_left_out(source, arena);
    if (!block->quoted || str_find_byte(source, '\n', 0) == STR_NONE)
        return source;
    char *copy = arena_alloc(arena, source.len + 1);
    size_t length = 0;
    while (str_next_line(&rest, &line)) {
        if (length > 0) {
            line = without_quote_marks(line);
            copy[length++] = '\n';
        }
        if (line.len)
            memcpy(copy + length, line.ptr, line.len);
        length += line.len;
    }
    return (Str){copy, length};
}

static bool holds_word(Str s)
{
    for (size_t i = 0; i < s.len; i++) {
        char c = s.ptr[i];
        if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
            (c >= 'a' && c <= 'z') || (unsigned char)c >= 0x80)
            return true;
    }
    return false;
}

static size_t part_at(const Document *doc, size_t *part, size_t offset)
{
    while (*part < doc->part_count && doc->parts[*part].range.end <= offset)
        ++*part;
    return *part < doc->part_count && doc->parts[*part].range.start <= offset
               ? *part
               : NO_INDEX;
}

/* Bytes between blocks are white space and marks, but a link's definition stands
 * in no block either: it is shown as source, so that no word is ever lost. */
static void add_source_between(BlockList *list, const Document *doc, Range r,
                               size_t *part, Arena *scratch)
{
    Str source = str_trim(str_range(doc->bytes, r));

    if (r.start >= r.end || !holds_word(source))
        return;
    size_t at = part_at(doc, part, (size_t)(source.ptr - doc->bytes.ptr));
    add_block(
        list,
        (DiffBlock){.text = source, .kind = BLOCK_HTML, .index = NO_INDEX, .part = at},
        scratch);
}

/* Does the block hold nothing but the label of its part? */
static bool is_label(const Document *doc, const Block *block)
{
    if (block->part == NO_INDEX)
        return false;
    Range label = doc->parts[block->part].label;
    return label.start < label.end && block->range.start >= label.start &&
           block->range.end <= label.end;
}

static BlockList read_blocks(const Document *doc, Arena *arena, Arena *scratch)
{
    BlockList list = {0};
    size_t end = doc->start, part = 0;

    for (size_t i = 0; i < doc->block_count; i++) {
        const Block *block = &doc->blocks[i];
        Range between = {end, block->range.start};
        add_source_between(&list, doc, between, &part, scratch);
        end = block->range.end;
        Str text = block_text(doc, block, arena);
        if (str_trim(text).len == 0)
            continue;
        add_block(
            &list,
            (DiffBlock){
                .text = text, .kind = block->kind, .index = i, .part = block->part},
            scratch);
    }
    add_source_between(&list, doc, (Range){end, doc->bytes.len}, &part, scratch);
    return list;
}

/* What a part is known by: its id, else its kind, else its title. */
static Str part_name(const Part *part)
{
    if (part->id.len)
        return part->id;
    if (part->kind != PART_OTHER)
        return str_from(part_kind_name(part->kind));
    return part->title;
}

/* What people call it. */
static Str part_title(const Part *part, Lang lang)
{
    if (part->title.len)
        return part->title;
    if (part->spec && part->spec->title.len)
        return part->spec->title;
    return wording_part(part->kind, lang);
}

static DiffPart *read_parts(const Document *doc, WordIds *ids, uint32_t **names,
                            Arena *scratch)
{
    DiffPart *parts = arena_array(scratch, doc->part_count, sizeof *parts);

    *names = arena_array(scratch, doc->part_count, sizeof **names);
    for (size_t i = 0; i < doc->part_count; i++) {
        const Part *part = &doc->parts[i];
        parts[i] = (DiffPart){part_title(part, doc->lang), part->id, i, NO_INDEX};
        (*names)[i] = word_id(ids, part_name(part));
    }
    return parts;
}

/* Labels of twins belong together, however they were renamed. */
static void mark_labels(const Document *doc, BlockList list, const DiffPart *parts,
                        bool before)
{
    for (size_t i = 0; i < list.count; i++) {
        DiffBlock *block = &list.items[i];
        if (block->index == NO_INDEX || !is_label(doc, &doc->blocks[block->index]))
            continue;
        size_t twin = parts[block->part].twin;
        if (twin != NO_INDEX)
            block->label = (uint32_t)(before ? twin : block->part) + 1;
    }
}

static DiffText read_document(const Document *doc, Lang lang, WordIds *ids,
                              uint32_t **names, Arena *arena, Arena *scratch,
                              BlockList *list)
{
    *list = read_blocks(doc, arena, scratch);
    return (DiffText){.blocks = list->items,
                      .block_count = list->count,
                      .parts = read_parts(doc, ids, names, scratch),
                      .part_count = doc->part_count,
                      .lang = lang};
}

static void compare_documents(const Document *before, const Document *after,
                              Arena *arena, Redline *out)
{
    Arena scratch = {0};
    WordIds ids = {.arena = &scratch};
    uint32_t *old_names, *new_names;
    BlockList old_list, new_list;
    DiffText old_text = read_document(before, after->lang, &ids, &old_names, arena,
                                      &scratch, &old_list);
    DiffText new_text =
        read_document(after, after->lang, &ids, &new_names, arena, &scratch, &new_list);
    DiffPart *old_parts = (DiffPart *)old_text.parts;
    DiffPart *new_parts = (DiffPart *)new_text.parts;
    uint32_t *twins = arena_array(&scratch, before->part_count, sizeof *twins);

    align_ids((Ids){old_names, before->part_count}, (Ids){new_names, after->part_count},
              &scratch, twins);
    for (size_t i = 0; i < before->part_count; i++) {
        if (twins[i] == ALIGN_NONE)
            continue;
        old_parts[i].twin = twins[i];
        new_parts[twins[i]].twin = i;
    }
    mark_labels(before, old_list, old_parts, true);
    mark_labels(after, new_list, new_parts, false);
    redline_blocks(&old_text, &new_text, arena, out);
    arena_deinit(&scratch);
}

typedef struct MetaList {
    MetaChange *items;
    size_t count;
    size_t cap;
} MetaList;

static void add_meta(MetaList *list, Arena *arena, Str key, Str before, Str after)
{
    list->items =
        arena_grow(arena, list->items, list->count, &list->cap, sizeof *list->items);
    list->items[list->count++] = (MetaChange){key, before, after};
}

/* A value as it stands in the file: a mapping has no other form. */
static Str meta_value(const Document *doc, const MetaEntry *entry)
{
    return entry->value.len ? entry->value
                            : str_trim(str_range(doc->bytes, entry->range));
}

/* Index of each key of the document plus one, by the key's id. */
static size_t *index_keys(const Document *doc, WordIds *ids, size_t room,
                          Arena *scratch)
{
    size_t *index = arena_array(scratch, room + 1, sizeof *index);

    for (size_t i = 0; i < doc->meta.count; i++)
        index[word_id(ids, doc->meta.entries[i].key)] = i + 1;
    return index;
}

/* How the lines end is no word of them. */
static bool same_lines(Str a, Str b)
{
    for (;;) {
        Str left, right;
        bool more = str_next_line(&a, &left);
        if (more != str_next_line(&b, &right))
            return false;
        if (!more)
            return true;
        if (!str_eq(left, right))
            return false;
    }
}

static void compare_meta(const Document *before, const Document *after, Arena *arena,
                         Redline *out)
{
    Arena scratch = {0};
    WordIds ids = {.arena = &scratch};
    size_t room = before->meta.count + after->meta.count;
    size_t *old_index = index_keys(before, &ids, room, &scratch);
    size_t *new_index = index_keys(after, &ids, room, &scratch);
    MetaList list = {0};

    for (size_t i = 0; i < before->meta.count; i++) {
        const MetaEntry *entry = &before->meta.entries[i];
        size_t twin = new_index[word_id(&ids, entry->key)];
        Str value = meta_value(before, entry);
        Str now = twin ? meta_value(after, &after->meta.entries[twin - 1]) : STR("");
        if (!str_eq(value, now))
            add_meta(&list, arena, entry->key, value, now);
    }
    for (size_t j = 0; j < after->meta.count; j++) {
        const MetaEntry *entry = &after->meta.entries[j];
        Str value = meta_value(after, entry);
        if (!old_index[word_id(&ids, entry->key)] && value.len)
            add_meta(&list, arena, entry->key, STR(""), value);
    }
    out->meta = list.items;
    out->meta_count = list.count;
    out->front_matter_changed =
        !same_lines(str_trim(str_range(before->bytes, before->meta.range)),
                    str_trim(str_range(after->bytes, after->meta.range)));
    arena_deinit(&scratch);
}

void redline_make(const Document *before, const Document *after, Arena *arena,
                  Redline *out)
{
    *out = (Redline){.lang = after->lang, .equal = str_eq(before->bytes, after->bytes)};
    compare_documents(before, after, arena, out);
    compare_meta(before, after, arena, out);
    out->hidden_changed = !hidden_same(before->bytes, after->bytes);
}
