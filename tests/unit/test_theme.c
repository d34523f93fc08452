#include "check.h"

#include "term/theme.h"

static void colours_are_readable_on_any_ground(void **state)
{
    (void)state;
    for (int theme = THEME_DEFAULT; theme <= THEME_MONO; theme++)
        for (int style = 0; style < STYLE_ROLE_COUNT; style++) {
            Look look = theme_look((Theme)theme, (Style)style, true);
            /* Neither black nor white, nor the bright ones. */
            CHECK(look.color == THEME_NO_COLOR || (look.color >= 1 && look.color <= 6));
        }
}

static void without_colour_the_emphasis_stays(void **state)
{
    (void)state;
    Look look = theme_look(THEME_DEFAULT, STYLE_ADDED, false);
    CHECK_INT(look.color, THEME_NO_COLOR);
    CHECK(look.bold);
    CHECK(theme_look(THEME_MONO, STYLE_SELECTED, true).reverse);
    CHECK(theme_look(THEME_MONO, STYLE_LINK, true).underline);
}

static void added_and_removed_differ_without_red_and_green(void **state)
{
    (void)state;
    CHECK_INT(theme_look(THEME_DEFAULT, STYLE_ADDED, true).color, 4);
    CHECK_INT(theme_look(THEME_DEFAULT, STYLE_REMOVED, true).color, 3);
    CHECK_INT(theme_look(THEME_CLASSIC, STYLE_ADDED, true).color, 2);
    CHECK_INT(theme_look(THEME_CLASSIC, STYLE_REMOVED, true).color, 1);
}

static void a_theme_has_a_name(void **state)
{
    (void)state;
    CHECK_INT(theme_named(STR("classic")), THEME_CLASSIC);
    CHECK_INT(theme_named(STR("contrast")), THEME_CONTRAST);
    CHECK_INT(theme_named(STR("mono")), THEME_MONO);
    CHECK_INT(theme_named(STR("default")), THEME_DEFAULT);
    CHECK_INT(theme_named(STR("")), THEME_DEFAULT);
}

static void blue_and_orange_follow_the_ground_where_it_is_known(void **state)
{
    (void)state;
    CHECK_INT(theme_shade(4, GROUND_UNKNOWN, 256), 4);
    CHECK_INT(theme_shade(4, GROUND_LIGHT, 16), 4);
    CHECK_INT(theme_shade(4, GROUND_LIGHT, 256), 25);
    CHECK_INT(theme_shade(4, GROUND_DARK, 256), 75);
    CHECK_INT(theme_shade(3, GROUND_LIGHT, 256), 94);
    CHECK_INT(theme_shade(3, GROUND_DARK, 256), 215);
    CHECK_INT(theme_shade(1, GROUND_LIGHT, 256), 1);
}

RUN_TESTS(TEST(blue_and_orange_follow_the_ground_where_it_is_known),
          TEST(a_theme_has_a_name), TEST(colours_are_readable_on_any_ground),
          TEST(without_colour_the_emphasis_stays),
          TEST(added_and_removed_differ_without_red_and_green))
