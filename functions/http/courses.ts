import { courseRoutes } from '#shared/system/routes/courses.ts';
import { problemPage } from '#web/pages/errors.ts';
import { http } from '../runtime/http.ts';
import { tableAdapters } from '../runtime/table.ts';
import { keepClearance, showClearances } from './courses/clearances.ts';
import { addCourseSession, confirm, makeCourse, showCourse, showCourses } from './courses/course.ts';
import { draw } from './courses/draw.ts';
import { askForCourses, keepEnquiry, removeEnquiry, showAsked, showEnquiries, showEnquiry } from './courses/enquiries.ts';
import { showInvitation, showNotice, showOffered } from './courses/open.ts';
import { askForSession, nameCover, takeSessionOver } from './courses/professionals.ts';
import { keepAssemblyCounts, keepRecord, showAssembly, showCourseReport } from './courses/records.ts';
import { apply, keepClouds, showCloud, showMyCourse, showMyCourses, takeBack } from './courses/school.ts';
import { showSession } from './courses/session.ts';

/** Courses at schools. */
export const handler = http(
  'courses',
  courseRoutes,
  tableAdapters,
  {
    'GET /editions/{edition}/courses': showOffered,
    'POST /editions/{edition}/courses': { act: askForCourses, form: showOffered },
    'GET /editions/{edition}/courses/asked': showAsked,
    'GET /organiser/editions/{edition}/enquiries': showEnquiries,
    'GET /organiser/editions/{edition}/enquiries/{enquiry}': showEnquiry,
    'POST /organiser/editions/{edition}/enquiries/{enquiry}': { act: keepEnquiry, form: showEnquiry },
    'POST /organiser/editions/{edition}/enquiries/{enquiry}/remove': { act: removeEnquiry },
    'GET /editions/{edition}/courses/{course}/notice': showNotice,
    'GET /editions/{edition}/courses/{course}/invitation': showInvitation,
    'GET /organiser/editions/{edition}/courses': showCourses,
    'POST /organiser/editions/{edition}/courses': { act: makeCourse, form: showCourses },
    'GET /organiser/editions/{edition}/courses/{course}': showCourse,
    'POST /organiser/editions/{edition}/courses/{course}/sessions': { act: addCourseSession, form: showCourse },
    'POST /organiser/editions/{edition}/courses/{course}/confirm': { act: confirm, form: showCourse },
    'POST /organiser/editions/{edition}/courses/{course}/draw': { act: draw, form: showCourse },
    'GET /organiser/editions/{edition}/courses/{course}/sessions/{session}': showSession,
    'POST /organiser/editions/{edition}/courses/{course}/sessions/{session}': { act: keepRecord, form: showSession },
    'POST /organiser/editions/{edition}/courses/{course}/sessions/{session}/ask': { act: askForSession, form: showSession },
    'POST /organiser/editions/{edition}/courses/{course}/sessions/{session}/substitute': { act: nameCover, form: showSession },
    'POST /organiser/editions/{edition}/courses/{course}/sessions/{session}/take-over': {
      act: takeSessionOver,
      form: showSession,
    },
    'GET /organiser/editions/{edition}/courses/{course}/assembly': showAssembly,
    'POST /organiser/editions/{edition}/courses/{course}/assembly': { act: keepAssemblyCounts, form: showAssembly },
    'GET /organiser/editions/{edition}/course-report': showCourseReport,
    'GET /organiser/editions/{edition}/clearances': showClearances,
    'POST /organiser/editions/{edition}/clearances': { act: keepClearance, form: showClearances },
    'GET /my/courses': showMyCourses,
    'GET /my/courses/{course}': showMyCourse,
    'POST /my/courses/{course}': { act: apply, form: showMyCourse },
    'POST /my/courses/{course}/take-back': { act: takeBack, form: showMyCourse },
    'GET /my/courses/{course}/cloud': showCloud,
    'POST /my/courses/{course}/cloud': { act: keepClouds, form: showCloud },
  },
  problemPage,
);
