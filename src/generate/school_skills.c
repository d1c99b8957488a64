#include "generate/school_skills.h"

const char school_skills_source[] =
    "Cadre's own selection and wording of what O*NET 29.3 (U.S. Department of Labor, Employment and Training Administration, "
    "licence CC BY 4.0) finds that people in education do; each goes back to one of its tasks or skills.";

/* clang-format off */
const SchoolSkill school_skills[] = {
    {"Teaching and learning", "Planning lessons with clear objectives", "6541"},
    {"Teaching and learning", "Adapting lessons to different learners", "6538"},
    {"Teaching and learning", "Teaching reading and writing", "2.A.1.a"},
    {"Teaching and learning", "Teaching mathematics", "2.A.1.e"},
    {"Teaching and learning", "Teaching science and inquiry", "2.A.1.f"},
    {"Teaching and learning", "Tutoring one student or a small group", "22481"},
    {"Teaching and learning", "Projects, field trips and hands-on learning", "6563"},
    {"Teaching and learning", "Teaching study habits and how to learn", "2.A.2.c"},

    {"Assessment and data", "Designing tests and assignments", "6544"},
    {"Assessment and data", "Interpreting standardized test results", "6566"},
    {"Assessment and data", "Observing and recording how students progress", "22468"},
    {"Assessment and data", "Analyzing student performance data", "22438"},
    {"Assessment and data", "Running surveys and summing up the answers", "5233"},
    {"Assessment and data", "Keeping student records accurate and private", "17008"},
    {"Assessment and data", "Judging whether a program works", "5222"},

    {"Inclusion and language", "Writing individual education plans", "21063"},
    {"Inclusion and language", "Modifying the curriculum for students with disabilities", "6750"},
    {"Inclusion and language", "Behavior support plans", "22487"},
    {"Inclusion and language", "Co-teaching with special educators", "21064"},
    {"Inclusion and language", "Assistive devices and technology", "6780"},
    {"Inclusion and language", "Supporting students who learn English", "6831"},
    {"Inclusion and language", "Using a language other than English with families", "6340"},
    {"Inclusion and language", "Braille or sign language", "22341"},

    {"Student well-being", "Classroom routines and behavior", "6535"},
    {"Student well-being", "Calming a crisis", "5608"},
    {"Student well-being", "Counseling students", "6549"},
    {"Student well-being", "Teaching social skills and resolving conflicts", "5633"},
    {"Student well-being", "Recognizing signs of abuse or neglect", "18626"},
    {"Student well-being", "Attendance and discipline", "5225"},
    {"Student well-being", "College and career guidance", "5616"},
    {"Student well-being", "Setting up peer tutoring and mentoring", "5637"},

    {"Families and community", "Talking with families about their child", "6546"},
    {"Families and community", "Helping families find services", "6766"},
    {"Families and community", "Partnerships with businesses and organizations", "5220"},
    {"Families and community", "Working with volunteers", "6529"},
    {"Families and community", "Organizing events", "18631"},
    {"Families and community", "Speaking in public", "6876"},
    {"Families and community", "Newsletters, articles and publicity", "5230"},

    {"Leading and learning together", "Facilitating meetings and committees", "5216"},
    {"Leading and learning together", "Observing lessons and giving feedback", "6871"},
    {"Leading and learning together", "Planning and leading professional development", "18587"},
    {"Leading and learning together", "Mentoring new colleagues", "18592"},
    {"Leading and learning together", "Developing curriculum and standards", "5232"},
    {"Leading and learning together", "Listening well", "2.A.1.b"},
    {"Leading and learning together", "Bringing people to agreement", "2.B.1.d"},

    {"Planning and resources", "Writing improvement plans", "21040"},
    {"Planning and resources", "Managing projects and time", "2.B.5.a"},
    {"Planning and resources", "Solving complex problems", "2.B.2.i"},
    {"Planning and resources", "Budgets and purchasing", "5229"},
    {"Planning and resources", "Writing grant proposals", "6873"},
    {"Planning and resources", "Schedules and staffing", "5234"},
    {"Planning and resources", "Laws, codes and policies", "6867"},
    {"Planning and resources", "Buildings, safety and repairs", "5228"},

    {"Technology, arts and more", "Teaching with technology", "22453"},
    {"Technology, arts and more", "Fixing computers and software problems", "22467"},
    {"Technology, arts and more", "Programming", "2.B.3.e"},
    {"Technology, arts and more", "Making web pages and online materials", "22443"},
    {"Technology, arts and more", "Library, research and information skills", "22414"},
    {"Technology, arts and more", "Photography, video and sound", "22432"},
    {"Technology, arts and more", "Music, storytelling, arts and crafts", "6511"},
    {"Technology, arts and more", "Sports, dance and movement", "22459"},
    {"Technology, arts and more", "Clubs and after-school activities", "5640"},
    {"Technology, arts and more", "Cooking, nutrition and growing food", "10975"},
};
/* clang-format on */

const int n_school_skills = sizeof school_skills / sizeof *school_skills;
