/* test_colours.c: the colours of the screens. argv[1] is prfaq. */
#include "place.h"

static void colours_change_while_writing_and_are_kept(void **state)
{
    (void)state;
    Place place = place_new();
    char text[256];
    shell(&place, document);
    Vt *vt = start(&place, "write", "lantern", NULL);
    SEES(vt, "Small bakeries");
    vt_send(vt, STR("\033#"));
    SEES(vt, "Colours: classic");
    vt_send(vt, STR("\033#"));
    SEES(vt, "Colours: contrast");
    vt_key(vt, "ctrl-q");
    ends_with(vt, 0);
    vt_stop(vt);
    output_of(&place, "git config -f home/.config/prfaq/config ui.theme", text,
              sizeof text);
    CHECK_STRZ(text, "contrast");
    vt = start(&place, "write", "lantern", NULL);
    SEES(vt, "Small bakeries");
    vt_send(vt, STR("\033#"));
    SEES(vt, "Colours: mono");
    vt_stop(vt);
    vt = start(&place, "write", "lantern", "NO_COLOR=1");
    SEES(vt, "Small bakeries");
    vt_send(vt, STR("\033#"));
    SEES(vt, "NO_COLOR");
    vt_stop(vt);
    place_remove(&place);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        TEST(colours_change_while_writing_and_are_kept),
    };

    static char absolute[4096];
    program = argc > 1 && realpath(argv[1], absolute) ? absolute : "prfaq";
    return cmocka_run_group_tests(tests, NULL, NULL);
}
