import { messageRoutes } from '#shared/system/routes/console/messages.ts';
import { problemPage } from '#web/pages/errors.ts';
import { http } from '../runtime/http.ts';
import { tableAdapters } from '../runtime/table.ts';
import { drop, edit, previewMail, resendOne, showMail } from './messages/mail.ts';
import { showMails } from './messages/mails.ts';
import { hold, send, showOutbox, undo } from './messages/outbox.ts';
import { previewMessage, sendOne, showMessage, showMessages, undoOne } from './messages/message.ts';
import { change, showChange, showWrite, write } from './messages/write.ts';

/** How organisers see and steer what is mailed. A function of its own, since it writes every mail that there is. */
export const handler = http(
  'messages',
  messageRoutes,
  tableAdapters,
  {
    'GET /organiser/editions/{edition}/mails': showMails,
    'GET /organiser/editions/{edition}/mails/{mail}': showMail,
    'GET /organiser/editions/{edition}/mails/{mail}/preview': previewMail,
    'POST /organiser/editions/{edition}/mails/{mail}/edit': { act: edit, form: showMail },
    'POST /organiser/editions/{edition}/mails/{mail}/drop': { act: drop, form: showMail },
    'POST /organiser/editions/{edition}/mails/{mail}/resend': { act: resendOne, form: showMail },
    'GET /organiser/editions/{edition}/outbox': showOutbox,
    'POST /organiser/editions/{edition}/outbox/hold': { act: hold, form: showOutbox },
    'POST /organiser/editions/{edition}/outbox/send': { act: send, form: showOutbox },
    'POST /organiser/editions/{edition}/outbox/undo': { act: undo, form: showOutbox },
    'GET /organiser/editions/{edition}/messages': showMessages,
    'POST /organiser/editions/{edition}/messages': { act: write, form: showWrite },
    'GET /organiser/editions/{edition}/write-message': showWrite,
    'GET /organiser/editions/{edition}/messages/{message}': showMessage,
    'GET /organiser/editions/{edition}/messages/{message}/preview': previewMessage,
    'GET /organiser/editions/{edition}/messages/{message}/edit': showChange,
    'POST /organiser/editions/{edition}/messages/{message}/edit': { act: change, form: showChange },
    'POST /organiser/editions/{edition}/messages/{message}/send': { act: sendOne, form: showMessage },
    'POST /organiser/editions/{edition}/messages/{message}/undo': { act: undoOne, form: showMessage },
  },
  problemPage,
);
