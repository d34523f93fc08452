/* What a key is, in one line: doctor_key_line() of doctor_keys.h. */
#include "app/doctor_keys.h"
#include "app/terminal.h"
#include "base/message.h"
#include "base/unicode.h"

enum { NAME_CELLS = 14, BYTES_CELLS = 26, BYTES_SHOWN = 8 };

static void add_padded(StrBuf *out, Str text, int width)
{
    int cells = unicode_width(text);

    strbuf_add(out, text);
    strbuf_add_repeat(out, ' ', cells < width ? (size_t)(width - cells) : 1);
}

static void add_name(const Key *key, StrBuf *out)
{
    switch (key->code) {
    case KEYCODE_PASTE:
        strbuf_addz(out, _("a paste"));
        break;
    case KEYCODE_MOUSE:
        strbuf_addz(out, _("the mouse"));
        break;
    case KEYCODE_BAD:
        strbuf_addz(out, _("a bad byte"));
        break;
    case KEYCODE_FOCUS_IN:
    case KEYCODE_FOCUS_OUT:
    case KEYCODE_GROUND:
        strbuf_addz(out, _("the window"));
        break;
    default:
        key_name(key, out);
    }
}

static void add_bytes(Str bytes, StrBuf *out)
{
    for (size_t i = 0; i < bytes.len && i < BYTES_SHOWN; i++)
        strbuf_addf(out, "%s%02x", i ? " " : "", (unsigned char)bytes.ptr[i]);
    if (bytes.len > BYTES_SHOWN)
        strbuf_addz(out, "…");
}

static CommandId command_in(const Keymap *keys, View view, const Key *key)
{
    CommandId id = keymap_find(keys, view, key);

    if (id == CMD_NONE && key->code == KEYCODE_CHAR && (key->mods & MOD_ALT)) {
        uint32_t cp = key_latin(key->cp);
        const Command *c = cp < 0x80 ? command_by_letter(view, (char)cp) : NULL;
        id = c ? c->id : CMD_NONE;
    }
    return id;
}

static const char *without_command(const Key *key)
{
    if (key->code == KEYCODE_CHAR && key->mods == 0)
        return _("types itself");
    if (key->code >= KEYCODE_UP && key->code <= KEYCODE_PAGE_DOWN)
        return _("moves");
    switch (key->code) {
    case KEYCODE_ENTER:
        return _("a new line");
    case KEYCODE_BACKSPACE:
    case KEYCODE_DELETE:
        return _("deletes");
    case KEYCODE_PASTE:
        return _("is put into the text, in one step");
    case KEYCODE_MOUSE:
        return _("places the cursor, selects or scrolls");
    case KEYCODE_BAD:
        return _("is left out: no UTF-8");
    default:
        return _("no command");
    }
}

/* Commands of the other screens, each once. */
static void add_elsewhere(const Keymap *keys, const Key *key, CommandId known,
                          StrBuf *out)
{
    CommandId seen[VIEW_COUNT];
    size_t count = 0;

    for (int view = 0; view < VIEW_COUNT; view++) {
        CommandId id = command_in(keys, (View)view, key);
        bool again = id == CMD_NONE || id == known;
        for (size_t i = 0; i < count && !again; i++)
            again = seen[i] == id;
        if (again)
            continue;
        seen[count++] = id;
        strbuf_addf(out, "%s%s", count == 1 ? "" : ", ", _(command_get(id)->title));
    }
}

const struct Keymap *doctor_keymap(const Session *s, Arena *arena, StrBuf *problems)
{
    Keymap *keys = arena_array(arena, 1, sizeof *keys);

    return terminal_keys(s, arena, keys, problems) ? keys : NULL;
}

void doctor_key_line(const Keymap *keys, const Key *key, Str bytes, StrBuf *out)
{
    CommandId id = command_in(keys, VIEW_WRITE, key);
    StrBuf name = {0}, hex = {0}, others = {0};

    add_name(key, &name);
    add_bytes(bytes, &hex);
    add_padded(out, strbuf_view(&name), NAME_CELLS);
    add_padded(out, strbuf_view(&hex), BYTES_CELLS);
    strbuf_addz(out, id == CMD_NONE ? without_command(key) : _(command_get(id)->title));
    add_elsewhere(keys, key, id, &others);
    if (others.len > 0)
        message_addf(out, _(" (on other screens: %s)"), strbuf_cstr(&others));
    strbuf_addc(out, '\n');
    strbuf_deinit(&name);
    strbuf_deinit(&hex);
    strbuf_deinit(&others);
}
