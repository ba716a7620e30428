/** Invented sample: the six statements of the vision. One of them speaks of the smart city, as the published source says. */
export const STATEMENTS = [
  { code: 'G1', title: 'قم؛ شهر کرامت، زیارت و معنویت با میزبانی شایسته از زائران و مجاوران' },
  { code: 'G2', title: 'قم؛ شهر اسلامی با هویت اسلامی–ایرانی و کانون فرهنگ و دانش جهان تشیع' },
  { code: 'G3', title: 'قم؛ شهری ایمن، تاب‌آور و زیست‌پذیر با محیط‌زیست پایدار' },
  { code: 'G4', title: 'قم؛ شهری روان با حمل‌ونقل یکپارچه، پاک و در دسترس همگان' },
  { code: 'G5', title: 'قم؛ شهری هوشمند با خدمات الکترونیک فراگیر و مدیریت داده‌محور' },
  { code: 'G6', title: 'قم؛ شهری همگرا با اقتصاد پایدار، شهرداری کارآمد و مشارکت شهروندان' },
] as const;

/** Invented sample: the eleven goals, each under a statement, with the budget mission of its projects. */
export const GOALS = [
  {
    code: '1',
    statement: 'G1',
    title: 'افزایش ماندگاری زائر و ارتقای کیفیت گردشگری مذهبی',
    mission: 'اجتماعی و فرهنگی',
  },
  {
    code: '2',
    statement: 'G1',
    title: 'بازآفرینی بافت پیرامون حرم مطهر و محورهای زیارتی',
    mission: 'کالبدی و شهرسازی',
  },
  {
    code: '3',
    statement: 'G2',
    title: 'ارتقای فرهنگ شهروندی و صیانت از هویت اسلامی–ایرانی شهر',
    mission: 'اجتماعی و فرهنگی',
  },
  { code: '4', statement: 'G2', title: 'توسعه عدالت‌محور فضاهای فرهنگی، اجتماعی و ورزشی', mission: 'اجتماعی و فرهنگی' },
  { code: '5', statement: 'G4', title: 'توسعه حمل‌ونقل عمومی یکپارچه و پاک', mission: 'حمل‌ونقل و ترافیک' },
  { code: '6', statement: 'G4', title: 'روان‌سازی و ایمن‌سازی ترافیک و شبکه معابر', mission: 'حمل‌ونقل و ترافیک' },
  { code: '7', statement: 'G3', title: 'ارتقای ایمنی و تاب‌آوری شهر در برابر بحران', mission: 'ایمنی و مدیریت بحران' },
  {
    code: '8',
    statement: 'G3',
    title: 'پایداری محیط‌زیست، فضای سبز و مدیریت پسماند',
    mission: 'محیط زیست و خدمات شهری',
  },
  { code: '9', statement: 'G3', title: 'توسعه متوازن کالبدی و ارتقای سیما و منظر شهری', mission: 'کالبدی و شهرسازی' },
  { code: '10', statement: 'G5', title: 'هوشمندسازی شهر و توسعه شهرداری الکترونیک', mission: 'خدمات مدیریت' },
  { code: '11', statement: 'G6', title: 'پایداری مالی، سرمایه انسانی و حکمروایی کارآمد شهری', mission: 'خدمات مدیریت' },
] as const;
