/**
 * Names that systems refuse and people have: single given or family names in wide use, and ways of writing them, from many
 * languages. No person is meant.
 */
const byKind: Readonly<Record<string, string>> = {
  short: 'O|E|Y|Ó|Å|Ng|Li|Wu|Xu|Ó Sé|Ek|Øy|Ås|Oz|Ai',
  apostrophes:
    "O'Brien|O’Neill|D'Souza|D’Angelo|N'Diaye|M'Baye|L'Estrange|O‘Shea|Oʻahu|Kahoʻokele|Nguyen-O'Hara|Ta'ala|Sa`id|Qur’an|Ba'al|'Abd",
  hyphens: 'Smith-Jones|Jean-Luc|Anne-Marie|al-Hashimi|El-Sayed|Bar-Lev|Mac-Donald|Kim‑Lee|Weiß-Groß|Marie–Claire',
  particles:
    "van der Berg|von und zu Hohen|de la Cruz|da Silva e Souza|ap Rhys|ab Owain|ferch Llywelyn|Mac Giolla Phádraig|Nic Dhonnchadha|Uí Bhriain|Ní Chonaill|bin Rashid|binti Ahmad|a/l Kumar|a/p Devi|s/o Rajan|y Gasset|dos Santos|af Geijerstam|'t Hooft|van 't Hoff|in 't Veld|den Uyl|Ó hEithir|de'Medici",
  capitals: 'MacDonald|DeShawn|LaToya|McKay|ffrench|ffoulkes|d’Arcy|deGrasse|VAN DYKE|van dyke|LeBron|DiCaprio',
  titles:
    'Dr A. Fictional|Revd Fictional|A. Fictional MBE|A. Fictional, Jr.|A. Fictional (Molly)|A. “Bob” Fictional|Mr & Mrs Fictional|Fictional III|Fictional 2nd|Jennifer 8|Number 16 Bus|A B C D E F|Sister Mary-of-the-Cross|Fictional/Fictional|Prof. Dr. h.c. Fictional|+Fictional+|Ms. A|St. John|St John-Smythe|Teacher @ Fictional',
  words:
    'Null|None|True|False|Undefined|NaN|Test|Admin|Root|Select|Drop|Script|Object|Constructor|Prototype|Yes|No|Nobody|Unknown|Blank|Void|Default|Super|System|Delete|Table|Exec|Union|Infinity|Nil',
  accents:
    'Zoë|Chloé|Renée|François|Siân|Tŷ|Llŷr|Ŵyn|Gruffydd ap Tŵr|Björk|Þór|Ðuro|Æsa|Søren|Åse|Jürgen|Straße|Müller|Łukasz|Świętosława|Żółć|Šárka|Řehoř|Ďurica|Ľubica|Jović|Đorđe|Çelik|Gökçe|İpek|Işıl|Ștefan|Țepeș|Ārija|Ķirsis|Ūla|Õie|Ülle|Józsefné|Hőgyész|João|Ñuñez|Muñoz i Puig|Ærø|Ŀull|Nguyễn Thị Ngọc|Đặng Hữu|Phạm Ỷ|Ọlálékan|Ṣadé|Ẹniọlá|Ŋgo|Ɓala|Ƙofa|Māori|Tāne|Lā‘ie|Ka’ū|Ḥasan|Ṭāhir|Ǧāmi|Ặng',
  scripts:
    'علي|فاطمة|محمّد|علی‌رضا|شاہین|پروین|דוד|שרה־לאה|דָּוִד|अनुष्का|श्रीनिवास|কৃষ্ণা|ਗੁਰਪ੍ਰੀਤ|જયેશ|தமிழ்ச்செல்வி|శ్రీలక్ష్మి|ಕೃಷ್ಣ|ലക്ഷ്മി|ක්‍රිෂාන්|สมชาย|ກ້ອງ|မောင်|ខ្មែរ|王|欧阳|𠮷田|山田|さくら|サクラ|ヴァイオレット|김|이|ᠪᠠᠲᠤ|ለምለም|გიორგი|Հայկ|Ελένη|Ἀλέξανδρος|Дмитрий|Ганна|Ђорђе|Бӣ|ⵎⴰⵣⵉⵖ|ᏣᎳᎩ|ᐃᓄᒃ|ܐܒܪܗܡ|བསྟན་འཛིན|ꦗꦮ|ߒߞߏ|ᜊᜌᜊᜌᜒᜈ|Nǃxau|ǀXam|ǂHoan',
  decomposed: 'Zoe\u0308|Nguye\u0302\u0303n|A\u030Ase|S\u0301wia\u0328tek|O\u0323\u0300la',
  long: `Wolfeschlegelsteinhausenbergerdorff|Keihanaikukauakahihuliheekahaunaele|Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch|${'Maria '.repeat(15)}Fictional|${'ſ'.repeat(100)}|${'क्षि'.repeat(50)}`,
};

export const awkwardNames: readonly string[] = Object.values(byKind).flatMap((names) => names.split('|'));

/** Addresses that look wrong to a careless check and are right. */
export const awkwardAddresses: readonly string[] = [
  'a@school.example',
  "o'brien@school.example",
  'first.last@school.example',
  'first+week@school.example',
  'FIRST.LAST@SCHOOL.EXAMPLE',
  'x_y-z@school.example',
  '1234567@school.example',
  '_@school.example',
  "!#$%&'*+/=?^_`{|}~-@school.example",
  'office@st-marys.fictional-city.sch.uk.example',
  'office@1stplace.example',
  'office@a.b.c.d.e.f.g.example',
  `${'a'.repeat(64)}@school.example`,
  `a@${'b'.repeat(63)}.example`,
  'office@münchen.example',
  'office@mu\u0308nchen.example',
  'office@ysgol-tŷ.example',
  'office@学校.example',
  'office@مدرسة.example',
  'office@xn--mnchen-3ya.example',
  '  office@school.example ',
];
