/* test_mix_pins_pairs.c: mix.csv, pins.csv, pairs.csv, previous.csv -> what they mean for groups and people. */
#include <criterion/criterion.h>
#include <string.h>

#include "base/memory.h"
#include "unit/plan_fixture.h"

/* "GROUP grade=3 1-*" of every mix, in order. */
static const char *mixes(const Fixture *fixture)
{
    const Model *model = fixture->model;
    const char *text = "";
    for (int i = 0; i < model->n_mixes; i++) {
        const Mix *mix = &model->mixes[i];
        const char *max = mix->max == NO_LIMIT ? "*" : arena_print(fixture->arena, "%d", mix->max);
        text = arena_print(fixture->arena, "%s%s%s %s=%s %d-%s%s", text, *text ? "; " : "", model->groups[mix->group].name,
                           names_get(model->fields, mix->field), names_get(model->field_values[mix->field], mix->value),
                           mix->min, max, mix->must ? " must" : "");
    }
    return text;
}

/* "a1 must ILT/lead,ILT/member" of every pin, in order. */
static const char *pins(const Fixture *fixture)
{
    static const char *const rules[] = {"must", "never", "prefer"};
    const Model *model = fixture->model;
    const char *text = "";
    for (int i = 0; i < model->n_pins; i++) {
        const Pin *pin = &model->pins[i];
        text =
            arena_print(fixture->arena, "%s%s%s %s ", text, *text ? "; " : "", model->staff[pin->person].key, rules[pin->rule]);
        for (int j = 0; j < pin->n_roles; j++) {
            const Role *role = &model->roles[model->pin_roles[pin->first_role + j]];
            text = arena_print(fixture->arena, "%s%s%s/%s", text, j ? "," : "", model->groups[role->group].name, role->name);
        }
    }
    return text;
}

/* "ILT a1+b2" (together) or "ILT a1|b2" (apart) of every pair, in order. */
static const char *pairs(const Fixture *fixture)
{
    const Model *model = fixture->model;
    const char *text = "";
    for (int i = 0; i < model->n_pairs; i++) {
        const Pair *pair = &model->pairs[i];
        text = arena_print(fixture->arena, "%s%s%s %s%c%s", text, *text ? "; " : "", model->groups[pair->group].name,
                           model->staff[pair->person].key, pair->together ? '+' : '|', model->staff[pair->other].key);
    }
    return text;
}

Test(mix, each_is_what_staff_of_the_site_have)
{
    Fixture fixture = fixture_begin();
    fixture_sheet(&fixture, "groups", "group,site\nPLC,each\nILT,\n");
    fixture_sheet(&fixture, "mix", "group,field,value,min,max,must\n*,Grade,each,,,\nILT,site,EACH,1,2,yes\n");
    fixture_read(&fixture);
    cr_expect_str_eq(fixture.text, "");
    cr_expect_str_eq(mixes(&fixture),
                     "ILT grade=3 1-*; ILT grade=4 1-*; ILT grade=5 1-*; ILT site=Elm 1-2 must; ILT site=Oak 1-2 "
                     "must; PLC @ Elm grade=3 1-*; PLC @ Elm grade=4 1-*; PLC @ Oak grade=3 1-*; PLC @ Oak "
                     "grade=5 1-*");
    fixture_end(&fixture);
}

Test(mix, the_most_specific_holds_and_a_name_beats_each)
{
    Fixture fixture = fixture_begin();
    fixture_sheet(&fixture, "groups", "group,kind\nILT,Team\nBoard,\n");
    fixture_sheet(&fixture, "mix",
                  "group,field,value,min,max,must\n*,grade,3,,9,\nkind:Team,grade,each,,2,\nkind:Team,grade,4,3,,\n"
                  "kind:Team,grade,4,,5,\n");
    fixture_read(&fixture);
    cr_expect_str_eq(fixture.text, "");
    cr_expect_str_eq(mixes(&fixture), "Board grade=3 0-9; ILT grade=3 0-2; ILT grade=4 0-5; ILT grade=4 3-*; ILT grade=5 0-2");
    fixture_end(&fixture);
}

Test(mix, every_fault_is_told)
{
    Fixture fixture = fixture_begin();
    fixture_sheet(&fixture, "groups", "group,site\nILT,\nAnnex,Ash\n");
    fixture_sheet(&fixture, "mix",
                  "group,field,value,min,max,must\nILT,grad,3,,,\nILT,position,Techer,,,\nILT,grade,3,4,2,\nIL,grade,3,-1,,\n"
                  "ILT,site,Ash,,,\nAnnex,grade,each,,,\n");
    fixture_read(&fixture);
    cr_expect_str_eq(
        fixture.text,
        "mix.csv:2:2: error: unknown field \"grad\"; expected site, position, network or a field of the surveys, people.csv or "
        "sites.csv, the nearest is \"grade\"\n"
        "mix.csv:3:3: warning: unknown position \"Techer\"; expected a value that a staff member has, the nearest is "
        "\"Teacher\"\n"
        "mix.csv:4:5: error: \"max\" is 2 but \"min\" is 4; expected a max of at least min\n"
        "mix.csv:5:1: error: unknown group \"IL\"; expected a group of groups.csv, kind:NAME or *\n"
        "mix.csv:5:4: error: \"min\" is \"-1\"; expected a whole number from 0 to 100000\n"
        "mix.csv:6:3: warning: unknown site \"Ash\"; expected a value that a staff member has\n"
        "mix.csv:7:3: warning: the row asks for nothing, because no staff member there has a grade; expected a field that "
        "staff "
        "have\n");
    fixture_end(&fixture);
}

Test(pins, a_person_by_any_name_and_all_roles)
{
    Fixture fixture = fixture_begin();
    fixture_sheet(&fixture, "groups", "group,kind,site\nILT,Team,\nPLC,Team,each\n");
    fixture_sheet(
        &fixture, "pins",
        "person,group,role,rule\nBEN  ITO,ILT,,must\nana@ELM.org,PLC,lead,Prefer\nc3,*,,never\nd4,kind:Team,member,must\n"
        "a1,PLC @ Oak,lead,never\ne5,kind:team,lead,must\n");
    fixture_read(&fixture);
    cr_expect_str_eq(fixture.text, "");
    cr_expect_str_eq(
        pins(&fixture),
        "a1 never PLC @ Oak/lead; a1 prefer PLC @ Elm/lead; b2 must ILT/lead,ILT/member; c3 never "
        "ILT/lead,ILT/member,PLC @ Oak/lead,PLC @ Oak/member; d4 must ILT/member,PLC @ Oak/member; e5 must ILT/lead");
    fixture_end(&fixture);
}

Test(pins, a_role_that_only_other_groups_have_is_no_error)
{
    Fixture fixture = fixture_begin();
    fixture_sheet(&fixture, "groups", "group,site\nILT,\nPLC,each\n");
    fixture_sheet(&fixture, "roles", "group,role\nILT,lead\nPLC,scribe\n");
    fixture_sheet(&fixture, "pins", "person,group,role,rule\ne5,*,scribe,prefer\ne5,*,scribe,must\n");
    fixture_read(&fixture);
    cr_expect_str_eq(fixture.text,
                     "pins.csv:2:2: warning: \"*\" has no copy with the role \"scribe\" for \"e5\", whose site is unknown; "
                     "expected a group that the person may join\n"
                     "pins.csv:3:2: error: \"*\" has no copy with the role \"scribe\" for \"e5\", whose site is unknown; "
                     "expected a group that the person may join\n");
    cr_expect_str_eq(pins(&fixture), "");
    fixture_end(&fixture);
}

Test(pins, every_fault_is_told)
{
    Fixture fixture = fixture_begin();
    fixture_sheet(&fixture, "groups", "group,site\nILT,\nPLC,each\n");
    fixture_sheet(
        &fixture, "pins",
        "person,group,role,rule\nAna Ruiz,ILT,,must\nBen Ipo,ILT,,must\na1,ILT,leed,must\na1,ILT,,always\ne5,PLC,,must\n"
        "a1,,,never\ne5,PLC,,prefer\n");
    fixture_read(&fixture);
    cr_expect_str_eq(
        fixture.text,
        "pins.csv:2:1: error: \"Ana Ruiz\" is the name of more than one person; expected an id or an e-mail, or a name that "
        "only "
        "one has\n"
        "pins.csv:3:1: error: unknown person \"Ben Ipo\"; expected the id, e-mail or unique name of someone in people.csv or a "
        "survey, the nearest is \"Ben Ito\"\n"
        "pins.csv:4:3: error: unknown role \"leed\"; expected a role that ILT has, the nearest is \"lead\"\n"
        "pins.csv:5:4: error: \"rule\" is \"always\"; expected must, never or prefer\n"
        "pins.csv:6:2: error: \"PLC\" has no copy for \"e5\", whose site is unknown; expected a group that the person may "
        "join\n"
        "pins.csv:7:2: error: \"group\" is blank; expected a group, kind:NAME or *\n"
        "pins.csv:8:2: warning: \"PLC\" has no copy for \"e5\", whose site is unknown; expected a group that the person may "
        "join\n");
    fixture_end(&fixture);
}

Test(pairs, one_for_each_group_that_both_may_join)
{
    Fixture fixture = fixture_begin();
    fixture_sheet(&fixture, "groups", "group,kind,site\nILT,Team,\nPLC,Team,each\nBoard,,\n");
    fixture_sheet(&fixture, "pairs",
                  "person,other,rule,group\nb2,a1,together,\na1,b2,TOGETHER,ILT\nc3,a1,apart,kind:Team\na1,e5,together,PLC\n"
                  "a1,f6,together,\n");
    fixture_read(&fixture);
    cr_expect_str_eq(pairs(&fixture), "Board a1+b2; ILT a1+b2; ILT a1|c3; PLC @ Elm a1+b2");
    cr_expect_str_eq(
        fixture.text,
        "pairs.csv:5:1: warning: \"together\" does not hold in \"PLC @ Elm\", because \"e5\" cannot join; expected "
        "two people who may both join\n"
        "pairs.csv:6:1: warning: \"together\" does not hold in \"Board\" (and in 2 more groups), because \"f6\" "
        "cannot join; expected two people who may both join\n");
    fixture_end(&fixture);
}

Test(pairs, who_is_barred_from_every_role_cannot_join)
{
    Fixture fixture = fixture_begin();
    fixture_sheet(&fixture, "groups", "group\nA\nB\nC\nD\n");
    fixture_sheet(&fixture, "roles", "group,role,positions\nB,Chair,Teacher\nD,Chair,Teacher\nD,Other,\n");
    fixture_sheet(&fixture, "needs", "group,role,skill,level,must\nA,,Data,3,yes\n");
    fixture_sheet(&fixture, "pins", "person,group,role,rule\nb2,C,,never\n");
    fixture_sheet(&fixture, "pairs", "person,other,rule\na1,b2,together\n");
    fixture_read(&fixture);
    cr_expect_str_eq(pairs(&fixture), "D a1+b2");
    cr_expect_str_eq(fixture.text,
                     "pairs.csv:2:1: warning: \"together\" does not hold in \"A\" (and in 2 more groups), because "
                     "\"b2\" cannot join; expected two people who may both join\n");
    fixture_end(&fixture);
}

Test(pairs, every_fault_is_told)
{
    Fixture fixture = fixture_begin();
    fixture_sheet(&fixture, "groups", "group\nILT\n");
    fixture_sheet(&fixture, "pairs", "person,other,rule,group\na1,Ana@elm.org,apart,\na1,zz,close,IT\n");
    fixture_read(&fixture);
    cr_expect_str_eq(
        fixture.text,
        "pairs.csv:2:2: error: \"Ana@elm.org\" is paired with the same person; expected two people\n"
        "pairs.csv:3:2: error: unknown person \"zz\"; expected the id, e-mail or unique name of someone in people.csv "
        "or a survey\n"
        "pairs.csv:3:3: error: \"rule\" is \"close\"; expected together or apart\n"
        "pairs.csv:3:4: error: unknown group \"IT\"; expected a group of groups.csv, kind:NAME or *\n");
    fixture_end(&fixture);
}

Test(previous, what_is_gone_is_a_warning)
{
    Fixture fixture = fixture_begin();
    fixture_sheet(&fixture, "groups", "group,site\nILT,\nPLC,each\n");
    fixture_sheet(&fixture, "previous",
                  "person,name,group,role,points\nc3,x,PLC @ Oak,lead,1\nzz,x,ILT,lead,1\na1,x,PLC,Chair,1\na1,x,Chess,lead,1\n"
                  "a1,x,ilt,LEAD,1\na1,x,ILT,lead,1\nAna Ruiz,x,ILT,lead,1\ne5,x,PLC,lead,1\n");
    fixture_read(&fixture);
    const Model *model = fixture.model;
    cr_expect(model->has_previous);
    cr_assert_eq(model->n_previous, 3);
    cr_expect_eq(model->previous[0].group, fixture_group(&fixture, "ILT"));
    cr_expect_eq(model->previous[0].role, fixture_role(&fixture, "ILT", "lead"));
    cr_expect_eq(model->previous[1].group, fixture_group(&fixture, "PLC @ Elm"));
    cr_expect_eq(model->previous[1].role, -1);
    cr_expect_eq(model->previous[2].person, 2);
    cr_expect_eq(model->previous[2].role, fixture_role(&fixture, "PLC @ Oak", "lead"));
    cr_expect_str_eq(
        fixture.text,
        "previous.csv:3:1: warning: \"zz\" is not on the staff now, so the row is passed over; expected an id, e-mail or "
        "unique "
        "name of today's staff\n"
        "previous.csv:5:3: warning: the group \"Chess\" is not in the plan now, so the row is passed over; expected a group of "
        "groups.csv\n"
        "previous.csv:8:1: warning: \"Ana Ruiz\" is the name of more than one person, so the row is passed over; expected an "
        "id, "
        "e-mail or unique name of today's staff\n"
        "previous.csv:9:3: warning: the group \"PLC\" is not in the plan now, so the row is passed over; expected a group of "
        "groups.csv\n");
    fixture_end(&fixture);
}

Test(plan, order_of_rows_changes_no_index)
{
    static const char *const sheets[][3] = {
        {"groups", "group,site,meets\nPLC,each,Tue 8:00\nILT,,Lunch;Mon 9:00\nBoard,,Mon 7:00\n",
         "group,site,meets\nBoard,,Mon 7:00\nILT,,Lunch;Mon 9:00\nPLC,each,Tue 8:00\n"},
        {"roles", "group,role,positions\nILT,Chair,Pilot;Aide\nILT,Aide,\n*,Zoo,Baker\n",
         "group,role,positions\n*,Zoo,Baker\nILT,Aide,\nILT,Chair,Pilot;Aide\n"},
        {"mix", "group,field,value\n*,grade,each\nILT,position,Pope\nILT,position,Aide\n",
         "group,field,value\nILT,position,Aide\nILT,position,Pope\n*,grade,each\n"},
        {"pins", "person,group,role,rule\na1,ILT,,must\na1,ILT,Chair,must\nb2,*,,never\na1,*,,prefer\n",
         "person,group,role,rule\na1,*,,prefer\nb2,*,,never\na1,ILT,Chair,must\na1,ILT,,must\n"},
    };
    const char *texts[2];
    Fixture fixtures[2];
    for (int order = 0; order < 2; order++) {
        fixtures[order] = fixture_begin();
        for (size_t i = 0; i < sizeof sheets / sizeof *sheets; i++)
            fixture_sheet(&fixtures[order], sheets[i][0], sheets[i][1 + order]);
        fixture_read(&fixtures[order]);
        Fixture *fixture = &fixtures[order];
        texts[order] =
            arena_print(fixture->arena, "%s\n%s\n%s\n%s\n%s", mixes(fixture), pins(fixture), fixture_roles(fixture, "ILT"),
                        fixture_roles(fixture, "PLC @ Elm"), fixture->model->slots[1].name);
    }
    cr_expect_str_eq(texts[0], texts[1]);
    cr_expect(*texts[0]);
    for (int order = 0; order < 2; order++) fixture_end(&fixtures[order]);
}

Test(plan, an_empty_plan_is_no_crash)
{
    Fixture fixture = fixture_begin();
    fixture_sheet(&fixture, "groups", "group\n");
    fixture_sheet(&fixture, "roles", "group,role\n*,Chair\n");
    fixture_sheet(&fixture, "pairs", "person,other,rule\na1,b2,together\n");
    fixture_read(&fixture);
    cr_expect_eq(fixture.model->n_groups, 0);
    cr_expect_eq(fixture.model->n_roles, 0);
    cr_expect_str_eq(fixture.text, "groups.csv:1:0: error: the sheet has no groups; expected one row per group\n");
    fixture_end(&fixture);
}

/* Every sheet, with names that need memory to be compared. */
static Fixture rich_plan(void)
{
    Fixture fixture = fixture_begin();
    fixture_sheet(&fixture, "groups",
                  "group,site,kind,meets,needs\nPLC,each,\u00c9quipe,Tue 8:00;Lunch,Data 2\nILT,,\u00e9quipe,,\n");
    fixture_sheet(&fixture, "roles", "group,role,positions\nkind:\u00c9QUIPE,Chair,Aide;Pilot\n");
    fixture_sheet(&fixture, "needs", "group,skill,level,must,people\nILT,Data,3,yes,2\n");
    fixture_sheet(&fixture, "mix", "group,field,value\n*,grade,each\nILT,position,Pope\n");
    fixture_sheet(&fixture, "pins", "person,group,role,rule\na1,ILT,,never\nc3,PLC,Chair,must\n");
    fixture_sheet(&fixture, "pairs", "person,other,rule\na1,b2,together\n");
    fixture_sheet(&fixture, "previous", "person,group,role\na1,ILT,Chair\n");
    fixture_sheet(&fixture, "sites", "site,aliases\nElm,\nOak,Ro\u00f1o\nAsh,\n");
    return fixture;
}

Test(plan, every_request_for_memory_may_fail)
{
    CadreStatus status = CADRE_NO_MEMORY;
    long n = 0;
    for (; status == CADRE_NO_MEMORY; n++) {
        Fixture fixture = rich_plan();
        CadreError err;
        PlanSheets plan;
        TopicOrigins topics = {0};
        cr_assert_eq(plan_sheets_read(&plan, fixture.folder, fixture.arena, fixture.messages, &err), CADRE_OK);
        memory_fail_after(n);
        status = settings_read(&fixture.settings, &plan, fixture.arena, fixture.messages, &err);
        if (status == CADRE_OK) status = plan_read(fixture.model, &topics, &plan, fixture.arena, fixture.messages, &err);
        memory_fail_after(-1);
        if (status == CADRE_OK) {
            status = messages_flush(fixture.messages, NULL, &err);
            cr_expect_eq(status, CADRE_OK);
        }
        fixture_end(&fixture);
    }
    cr_expect_gt(n, 20);
}
