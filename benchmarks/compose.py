"""Seeded composition of news articles: the vocabulary, sentence length and density of figures of real agency copy.

The words of running text are derived from roots and patterns, so that the share of distinct words comes near to that
of real news (about one in four in a megabyte) and no cache is flattered by a handful of templates.
"""

from random import Random

_ROOTS = (
    "كتب درس عمل خرج دخل نظر حكم علم قدم جمع فتح نشر شرح عرض طلب نقل صنع زرع حصد بحث "
    "كشف سبق لحق ركب سكن شغل صرف ضبط طبع ظهر "
    "عبر غفر فحص قصد كسب لمس مسح نسج هجم وصف يسر برز ترك ثبت جهز حرص خدم دفع ذكر رسم زحم "
    "سمع شهد صدر ضرب طرح عزل غرس فصل قطع "
    "كفل لفت مزج نفذ هدم وزن"
).split()
_PATTERNS = (
    "{0}{1}{2} {0}ا{1}{2} م{0}{1}و{2} {0}{1}ا{2} ت{0}{1}ي{2} م{0}ا{1}{2}ة ا{0}ت{1}ا{2} "
    "است{0}{1}ا{2} م{0}{1}{2} م{0}{1}{2}ة "
    "{0}{1}ي{2} {0}{1}و{2} {0}و{1}{2}ة ان{0}{1}ا{2} ي{0}{1}{2} ت{0}{1}{2} "
    "ي{0}ا{1}{2}ون {0}{1}ا{2}ات {0}ا{1}{2}ين {0}{1}{2}ت"
).split()
_PEOPLE = (
    "سامي الحداد|ليلى منصور|كريم الزهراني|هدى النجار|فؤاد بن علي|نادية الشريف|ماركو روسي|إيلينا بتروفا|جون ميلر"
).split("|")
_TITLES = (
    "وزير المالية|رئيس الوزراء|المتحدث باسم الشرطة|مدير المستشفى|رئيسة البلدية|الأمين العام للمنظمة|المدرب"
).split("|")
_CUES = "قال|أكد|أعلن|أوضح|أضاف|ذكر|كشف|أشار إلى".split("|")
_PLACES = "القاهرة|بيروت|الرباط|تونس|بغداد|عمّان|صنعاء|الخرطوم|جدة|الدوحة|مسقط|وهران|حلب|طرابلس".split("|")
_NOUNS = "شخصاً|طالباً|منزلاً|سيارة|شركة|مشروعاً|موظفاً|سائحاً|طناً|كيلومتراً|دولار|ريال|في المئة".split("|")
_FIGURES = "نحو 3.5 مليون|أكثر من 120|خمسة عشر|١٢٠٠|1,250|ثلاثة آلاف و400|ألفي|47|مئة وخمسين ألف|حوالي 80".split("|")
_TIMES = (
    "أمس الاثنين|في 12 مارس 2021|العام الماضي|منذ ثلاثة أسابيع|يوم الخميس المقبل|عام 2019|في أكتوبر الماضي|22-9-1436هـ"
).split("|")
# Twice as many bare words as words with a suffix, as in running text.
_SUFFIXES = ("", "", "", "", "ها", "هم", "ه", "ات", "ين", "ية")
_FUNCTION = "في من على إلى عن مع بعد قبل خلال بين التي الذي كما أن هذا هذه وقد حيث عبر".split()
SENTENCE = 22


def word(random: Random) -> str:
    """Return one derived word, or one of the function words that make up a third of running text."""
    if random.random() < 0.33:
        return random.choice(_FUNCTION)
    stem = random.choice(_PATTERNS).format(*_ROOTS[min(len(_ROOTS) - 1, int(random.expovariate(0.05)))])
    return random.choice(("", "", "", "ال", "و", "ب", "ل", "وال")) + stem + random.choice(_SUFFIXES)


def _running(random: Random, count: int) -> str:
    return " ".join(word(random) for _ in range(count))


def sentence(random: Random) -> str:
    """Return one sentence: speech, a figure, a date or plain running text."""
    kind = random.random()
    place, person, title = random.choice(_PLACES), random.choice(_PEOPLE), random.choice(_TITLES)
    body = _running(random, random.randint(SENTENCE // 2, SENTENCE))
    figure = f"{random.choice(_FIGURES)} {random.choice(_NOUNS)}"
    if kind < 0.3:
        cue = random.choice(_CUES)
        said = f'"{body}"' if random.random() < 0.4 else body
        return f"و{cue} {title} {person} {'أن' if cue != 'قال' else 'إن'} {said}."
    if kind < 0.6:
        return f"وبلغ {_running(random, 6)} {figure} في {place} {random.choice(_TIMES)}، {body}."
    if kind < 0.75:
        return f"{body} {random.choice(_TIMES)} في {place}."
    return f"{body}، {_running(random, 8)}."


def article(random: Random, sentences: int = 14) -> str:
    """Return one article of paragraphs of two or three sentences."""
    found = [sentence(random) for _ in range(sentences)]
    return "\n".join(" ".join(found[i : i + 3]) for i in range(0, len(found), 3))


def articles(count: int, seed: int = 20) -> list[str]:
    """Return ``count`` articles; the same for the same seed.

    >>> articles(2) == articles(2), articles(1, seed=1) == articles(1, seed=2)
    (True, False)
    """
    random = Random(seed)
    return [article(random) for _ in range(count)]
