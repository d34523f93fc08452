/* rules_image.c: images that are not there, or say nothing to who cannot see.
 *
 * The prose masks images, so they are read from the lines of a block: the inline
 * form "![words](path "title")" and the reference form "![words][name]". */
#include "check/rules.h"

enum { ALT_BYTES_MAX = 1000, PATH_BYTES_MAX = 1024, TICKS_MAX = 32 };

typedef struct Image {
    Range range; /* in the file */
    Str alt;
    Str path; /* empty in the reference form */
} Image;

/* Skips code spans in linear time: a run of backticks that was not closed once is
 * never closed later in the same block. */
typedef struct CodeSpans {
    bool unclosed[TICKS_MAX + 1];
} CodeSpans;

static size_t ticks_end(Str s, size_t at)
{
    while (at < s.len && s.ptr[at] == '`')
        at++;
    return at;
}

static size_t skip_code(Str s, size_t at, CodeSpans *spans)
{
    size_t open = ticks_end(s, at), length = open - at;

    if (length > TICKS_MAX || spans->unclosed[length])
        return open;
    for (size_t i = open; i < s.len;) {
        if (s.ptr[i] != '`') {
            i++;
            continue;
        }
        size_t end = ticks_end(s, i);
        if (end - i == length)
            return end;
        i = end;
    }
    spans->unclosed[length] = true;
    return open;
}

/* The "]" that closes the words of an image; STR_NONE when none does. */
static size_t alt_end(Str s, size_t at)
{
    int depth = 1;

    for (size_t i = at; i < s.len && i - at < ALT_BYTES_MAX; i++) {
        if (s.ptr[i] == '\\')
            i++;
        else if (s.ptr[i] == '[')
            depth++;
        else if (s.ptr[i] == ']' && --depth == 0)
            return i;
    }
    return STR_NONE;
}

/* Where the target "(path …)" ends; *path without angle brackets. */
static size_t target_end(Str s, size_t at, Str *path)
{
    size_t start = at + 1;

    while (start < s.len && (s.ptr[start] == ' ' || s.ptr[start] == '\n'))
        start++;
    bool angle = start < s.len && s.ptr[start] == '<';
    size_t end = start += angle;
    int depth = 0;
    while (end < s.len && end - start < PATH_BYTES_MAX) {
        char c = s.ptr[end];
        if (angle ? c == '>' || c == '\n'
                  : c == ' ' || c == '\n' || (c == ')' && depth == 0))
            break;
        depth += (c == '(') - (c == ')');
        end++;
    }
    *path = str_slice(s, start, end);
    size_t close = str_find_byte(str_slice(s, 0, end + PATH_BYTES_MAX), ')', end);
    return close == STR_NONE ? STR_NONE : close + 1;
}

static bool image_at(Str s, size_t at, size_t base, Image *image)
{
    size_t close = alt_end(s, at + 2), end;

    if (close == STR_NONE || close + 1 >= s.len)
        return false;
    *image = (Image){.alt = str_slice(s, at + 2, close)};
    if (s.ptr[close + 1] == '(')
        end = target_end(s, close + 1, &image->path);
    else if (s.ptr[close + 1] == '[')
        end = str_find_byte(str_slice(s, 0, close + ALT_BYTES_MAX), ']', close + 1);
    else
        return false;
    if (end == STR_NONE)
        return false;
    image->range = (Range){base + at, base + end};
    return true;
}

/* "file:///home/mina/a.png": nobody else has that disk. */
static bool is_of_this_disk(Str path)
{
    return str_eq_nocase(str_slice(path, 0, 5), STR("file:"));
}

static bool is_remote(Str path)
{
    return !is_of_this_disk(path) &&
           (str_find(path, STR("://"), 0) != STR_NONE || str_starts(path, STR("//")) ||
            str_starts(path, STR("data:")) || str_starts(path, STR("cid:")));
}

static int hex_value(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c = (char)(c | 0x20);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The path as the file system knows it: without "?…" and "#…", "%20" decoded. */
static void decode_path(Str path, StrBuf *out)
{
    for (size_t i = 0; i < path.len && path.ptr[i] != '?' && path.ptr[i] != '#'; i++) {
        int high = i + 2 < path.len ? hex_value(path.ptr[i + 1]) : -1;
        int low = i + 2 < path.len ? hex_value(path.ptr[i + 2]) : -1;
        if (path.ptr[i] == '%' && high >= 0 && low >= 0 && high + low > 0) {
            strbuf_addc(out, (char)(high * 16 + low));
            i += 2;
        } else if (path.ptr[i] != '\\') {
            strbuf_addc(out, path.ptr[i]);
        }
    }
}

/* Without "." and inner ".."; false when it goes up more than `depth` folders or
 * begins at the root of the disk. */
static bool clean_path(Str path, int depth, StrBuf *out)
{
    Str part;
    int up = 0;

    if (str_starts(path, STR("/")) || is_of_this_disk(path))
        return false;
    while (str_next_field(&path, '/', &part)) {
        if (part.len == 0 || str_eq(part, STR(".")))
            continue;
        if (!str_eq(part, STR(".."))) {
            strbuf_addf(out, "%s%.*s", out->len ? "/" : "", STR_ARG(part));
            continue;
        }
        size_t slash = str_rfind_byte(strbuf_view(out), '/');
        Str last =
            str_slice(strbuf_view(out), slash == STR_NONE ? 0 : slash + 1, out->len);
        if (out->len > 0 && !str_eq(last, STR(".."))) {
            strbuf_truncate(out, slash == STR_NONE ? 0 : slash);
        } else {
            strbuf_addz(out, out->len ? "/.." : "..");
            up++;
        }
    }
    return up <= depth;
}

/* A page made from the document holds no images from elsewhere. */
static Str outside_words(const CheckRun *run)
{
    if (run->options->in_workspace)
        return run_words(run, "outside the workspace, readers will not see it",
                         "작업 폴더 밖에 있어 읽는 사람에게는 보이지 않습니다");
    return run_words(run,
                     "outside the folder of the document, readers "
                     "will not see it",
                     "문서가 있는 폴더 밖에 있어 읽는 사람에게는 보이지 않습니다");
}

/* What is wrong with the path, in words; empty when nothing is. */
static Str path_problem(const CheckRun *run, Str path)
{
    const CheckOptions *options = run->options;
    StrBuf decoded = {0}, clean = {0};
    Str problem = {0};

    decode_path(path, &decoded);
    if (!clean_path(strbuf_view(&decoded), options->image_depth, &clean))
        problem = outside_words(run);
    else if (decoded.len > 0 && options->image_exists &&
             !options->image_exists(options->image_ctx, strbuf_view(&clean)))
        problem = run_words(run, "file not found", "파일이 없습니다");
    strbuf_deinit(&decoded);
    strbuf_deinit(&clean);
    return problem;
}

static void check_image(CheckRun *run, const Block *block, const Image *image)
{
    Str problem = {0};

    if (image->path.len > 0 && !is_remote(image->path))
        problem = path_problem(run, image->path);
    if (problem.len == 0 && str_is_blank(image->alt))
        problem = run_words(run, "no alternative text", "대신할 글이 없습니다");
    if (problem.len > 0)
        run_add(run, run->level, block->part, image->range,
                ARGS(arg_str(image->path.len > 0 ? image->path : image->alt),
                     arg_str(problem)));
}

static void check_block(CheckRun *run, const Block *block)
{
    Str raw = str_range(run->doc->bytes, block->range);
    CodeSpans spans = {0};
    Image image;

    if (str_find(raw, STR("!["), 0) == STR_NONE)
        return;
    for (size_t at = 0; at + 4 < raw.len;) {
        if (raw.ptr[at] == '`') {
            at = skip_code(raw, at, &spans);
        } else if (raw.ptr[at] == '\\') {
            at += 2;
        } else if (raw.ptr[at] == '!' && raw.ptr[at + 1] == '[' &&
                   image_at(raw, at, block->range.start, &image)) {
            check_image(run, block, &image);
            at = image.range.end - block->range.start;
        } else {
            at++;
        }
    }
}

void rule_image_broken(CheckRun *run)
{
    for (size_t b = 0; b < run->doc->block_count; b++) {
        const Block *block = &run->doc->blocks[b];
        if (block->kind == BLOCK_PARAGRAPH || block->kind == BLOCK_ITEM ||
            block->kind == BLOCK_HEADING)
            check_block(run, block);
    }
}
