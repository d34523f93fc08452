#include "base/message.h"

#include "check.h"

static void settles(const char *in, const char *expected)
{
    StrBuf b = {0};
    strbuf_addz(&b, in);
    particles_settle(&b);
    CHECK_STRZ(strbuf_cstr(&b), expected);
    strbuf_deinit(&b);
}

static void particles_follow_the_last_sound(void **state)
{
    (void)state;
    settles("문제{을/를}", "문제를");
    settles("해결{을/를}", "해결을");
    settles("해결{으로/로}", "해결로");
    settles("제목{으로/로}", "제목으로");
    settles("“고객의 문제”{이/가} 없음", "“고객의 문제”가 없음");
    settles("보도자료(PR){을/를}", "보도자료(PR)를");
    settles("3{이/가} 2{이/가} 10{을/를} 7{으로/로}", "3이 2가 10을 7로");
    settles("1,000{이/가} 0{이/가}", "1,000이 0이");
    settles("PR{을/를} FAQ{을/를} URL{으로/로}", "PR을 FAQ를 URL로");
    settles("20%{을/를}", "20%를");
    settles("main{을/를} release{으로/로}", "main을(를) release(으)로");
    settles("{은/는}", "은(는)");
    settles("x{이에요/예요}", "x예요");
    settles("a {city} b", "a {city} b");
}

static void messages_are_formatted_before_particles(void **state)
{
    (void)state;
    StrBuf b = {0};
    message_addf(&b, "%s{을/를} 남겼습니다", "3판");
    CHECK_STRZ(strbuf_cstr(&b), "3판을 남겼습니다");
    strbuf_deinit(&b);
}

RUN_TESTS(TEST(particles_follow_the_last_sound),
          TEST(messages_are_formatted_before_particles))
