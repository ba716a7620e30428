import type { FindingText } from '../../finding.js';

/** Codes that are repeated, missing or go round in a ring. */
export const PLAN_CODE_FINDINGS = {
  PLAN_DUPLICATE_CODE: {
    severity: 'error',
    fa: 'کد {code} در جدول {table} تکراری است؛ پیش‌تر در {other} آمده است.',
    en: 'The code {code} in the table {table} is already taken by {other}.',
    remedyFa: 'به هر برنامه، گره، پروژه و شاخص کدی یکتا بدهید؛ سال بعدِ یک پروژه کد دیگری دارد.',
    remedyEn: 'Give every plan, node, project and indicator a code of its own; a project’s next year is another code.',
  },
  PLAN_DUPLICATE_ROW: {
    severity: 'error',
    fa: 'ردیف {row} در جدول {table} تکراری است؛ بار نخست: {other}.',
    en: 'The row {row} of the table {table} is repeated; it first stands at: {other}.',
    remedyFa: 'یکی از دو ردیف را پاک کنید تا دو بار شمرده نشود.',
    remedyEn: 'Delete one of the two rows, so that it does not count twice.',
  },
  PLAN_CODE_VANISHED: {
    severity: 'error',
    fa: 'پروژهٔ {project} ({title}) که در نسخهٔ پیشین بود، در این نسخه نیست.',
    en: 'Project {project} ({title}), which the version before held, is not in this one.',
    remedyFa: 'ردیف آن را نگه دارید و در ستون status بنویسید چه شده است: cancelled، merged، suspended یا done.',
    remedyEn: 'Keep its row and say in the column status what became of it: cancelled, merged, suspended or done.',
  },
  PLAN_PROJECT_YEAR_MOVED: {
    severity: 'warning',
    fa: 'سال پروژهٔ {project} از {before} به {year} تغییر کرده است؛ ارقام گزارش‌شدهٔ سال پیشین دیگر به آن تعلق نمی‌گیرد.',
    en: 'The year of project {project} changed from {before} to {year}; what was reported for the earlier year is no longer its own.',
    remedyFa:
      'سال بعدِ یک پروژه کد دیگری دارد و با continues یا work به آن پیوند می‌خورد؛ اگر سال اشتباه نوشته شده بود، این اصلاح درست است.',
    remedyEn:
      'The next year of a project is another code, joined by continues or work; if the year was mistyped, this correction is right.',
  },
  PLAN_UNKNOWN_PLAN: {
    severity: 'error',
    fa: 'برنامه‌ای با کد {value} (ستون {column} جدول {table}) تعریف نشده است.',
    en: 'No plan has the code {value} (column {column} of the table {table}).',
    remedyFa: 'کد را اصلاح کنید یا برنامه را به جدول plans بیفزایید.',
    remedyEn: 'Correct the code, or add the plan to the table plans.',
  },
  PLAN_UNKNOWN_NODE: {
    severity: 'error',
    fa: 'گره‌ای با کد {value} (ستون {column} جدول {table}) تعریف نشده است.',
    en: 'No node has the code {value} (column {column} of the table {table}).',
    remedyFa: 'کد را اصلاح کنید یا گره را به جدول nodes بیفزایید.',
    remedyEn: 'Correct the code, or add the node to the table nodes.',
  },
  PLAN_UNKNOWN_DEPARTMENT: {
    severity: 'error',
    fa: 'واحدی با کد {value} (ستون {column} جدول {table}) تعریف نشده است.',
    en: 'No department has the code {value} (column {column} of the table {table}).',
    remedyFa: 'کد را اصلاح کنید یا واحد را به جدول departments بیفزایید.',
    remedyEn: 'Correct the code, or add the department to the table departments.',
  },
  PLAN_UNKNOWN_PROJECT: {
    severity: 'error',
    fa: 'پروژه‌ای با کد {value} (ستون {column} جدول {table}) تعریف نشده است.',
    en: 'No project has the code {value} (column {column} of the table {table}).',
    remedyFa: 'کد را اصلاح کنید یا پروژه را به جدول projects بیفزایید.',
    remedyEn: 'Correct the code, or add the project to the table projects.',
  },
  PLAN_UNKNOWN_COUNTERPART: {
    severity: 'warning',
    fa: 'طرف جابه‌جایی اعتبار ({value}) پروژهٔ این برنامه نیست.',
    en: 'The counterpart of the change ({value}) is not a project of the plan.',
    remedyFa: 'اگر اعتبار از پروژهٔ دیگری آمده است، کد آن را بنویسید.',
    remedyEn: 'If the credit came from another project, write that project’s code.',
  },
  PLAN_UNKNOWN_WORK: {
    severity: 'error',
    fa: 'کار چندساله‌ای با کد {value} (ستون {column} جدول {table}) تعریف نشده است.',
    en: 'No work has the code {value} (column {column} of the table {table}).',
    remedyFa: 'کد را اصلاح کنید یا کار را به جدول works بیفزایید.',
    remedyEn: 'Correct the code, or add the work to the table works.',
  },
  PLAN_UNKNOWN_INDICATOR: {
    severity: 'error',
    fa: 'شاخصی با کد {value} (ستون {column} جدول {table}) تعریف نشده است.',
    en: 'No indicator has the code {value} (column {column} of the table {table}).',
    remedyFa: 'کد را اصلاح کنید یا شاخص را به جدول indicators بیفزایید.',
    remedyEn: 'Correct the code, or add the indicator to the table indicators.',
  },
  PLAN_UNKNOWN_CODE: {
    severity: 'error',
    fa: 'کد {value} (ستون {column} جدول {table}) نه گره است و نه پروژه.',
    en: 'The code {value} (column {column} of the table {table}) is neither a node nor a project.',
    remedyFa: 'کد یک گره یا یک پروژهٔ برنامه را بنویسید.',
    remedyEn: 'Write the code of a node or of a project of the plan.',
  },
  PLAN_NODE_CYCLE: {
    severity: 'error',
    fa: 'گره‌ها در یک حلقه والد یکدیگرند: {cycle}.',
    en: 'Nodes are each other’s parents in a ring: {cycle}.',
    remedyFa: 'والد یکی از این گره‌ها را اصلاح کنید؛ والد گره‌های سطح نخست خالی است.',
    remedyEn: 'Correct the parent of one of these nodes; a node of the first level has no parent.',
  },
  PLAN_PROJECT_CYCLE: {
    severity: 'error',
    fa: 'پروژه‌ها در ستون {column} در یک حلقه به هم اشاره می‌کنند: {cycle}.',
    en: 'Projects refer to each other in a ring in the column {column}: {cycle}.',
    remedyFa: 'یکی از این ارجاع‌ها را بردارید؛ هر پروژه فقط به پروژه‌ای دیگر ادامه یا ادغام می‌شود.',
    remedyEn: 'Take out one of these references; a project never continues or joins itself.',
  },
  PLAN_NOT_AN_EMAIL: {
    severity: 'warning',
    fa: '«{value}» در ستون {column} نشانی رایانامه نیست؛ به آن چیزی فرستاده نمی‌شود.',
    en: '“{value}” in the column {column} is not an e-mail address; nothing can be sent to it.',
    remedyFa: 'نشانی را مانند name@example.ir بنویسید یا خانه را خالی بگذارید.',
    remedyEn: 'Write the address as name@example.ir, or leave the cell blank.',
  },
} satisfies Record<string, FindingText>;
