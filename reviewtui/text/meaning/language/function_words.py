"""Small words by which a passage shows its language; a word that is common in two of the languages is in no list.

They decide whether the English or the Welsh alarm listens, and whether the list of what is editorial may be used.
What no list knows shows nothing.
"""


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


ENGLISH = _words(
    """the and with from that this these those they their them your our which who whose whom must should shall would
    not please when before after any each every only its been than about into without within between because whether
    until unless where while what how you he she if does don it but being your such through during against both
    cannot didn doesn isn aren if"""
)
"""Words that only English has, of the languages that are common in Britain."""
WEAK_ENGLISH = _words(
    """a an of to for by is are at be will or in on no all as has have can was do may we us i so also up out off over
    under other new"""
)
"""English words that other languages have too; they count where nothing speaks for another language."""
WELSH = _words(
    """rhaid dylid dylai ddylai ddylid dylent dylech dylem ddylent ddylech gellir gallwch gallant caiff
    gaiff chaiff chaniateir caniateir cewch ceir nid nad nac neu heb wedi fod sydd yw yn hefyd ein
    eich hwn hyn nhw unrhyw drwy trwy wrth gyda gydag rhwng oni bydd byddant fydd swyddog
    swyddogion cyngor cynghorwyr gynghorwyr aelodau polisi gofyn ofyn gyngor iddynt iddo iddi peidio beidio
    ddim bai onid angen ellir allant eithrio cadwch atebwch anfonwch gofynnwch peidiwch gweler diwrnod diwrnodau blynedd
    flynedd mlynedd blwyddyn flwyddyn wythnos wythnosau misoedd hanner ddydd rheolwr rheolwyr reolwyr pawb bawb sy
    dydy ddwywaith dwywaith teirgwaith deirgwaith gwaherddir telir cheir chewch ceir"""
)
WEAK_WELSH = _words("ni na os pan ar gall bod un dau dan fel dim y yr ei eu ac hon bob mae cyn gan pob")
"""Welsh words that look like English ones; they count beside another Welsh word, or two of them together."""
_GERMAN = _words(
    """der das und nicht ist sind ein eine einen einem einer dem den mit auf von zu zum zur im sich werden wird kann
    muss darf soll sollen nur kein keine keinen oder bei nach vor aus wenn dass ihre ihren er sie wir sollte sollten
    alle haben durch ohne gegen jede jeder mitarbeiter"""
)
_FRENCH = _words(
    """le la les des du une est sont et ou que qui dans avec sur ne pas ce cette ces il elle ils elles doit
    doivent peut peuvent faut aux leur leurs sans sous tout tous toute avant par nous vous sa ses ni mais"""
)
_DUTCH = _words(
    """de het een en niet zijn moet moeten mogen kan kunnen wordt worden voor aan bij naar ook geen zij deze dit
    dat zonder als alleen iedere elke"""
)
_SPANISH = _words(
    """el los las del una por con se deben debe puede pueden su sus es son cada antes todo todos
    como"""
)
_ITALIAN = _words("il gli di che della dei delle devono deve possono sono nel alla ogni prima tutti senza non dal una")
_PORTUGUESE = _words("os das dos da em uma um devem podem pode ao aos pela pelo todos seu sua ou nas")
_POLISH = _words(
    """na nie jest oraz lub musi mogą od przez przed dla ich tylko nale powinni powinien pracownicy musz mog
    wolno przy bez"""
)
_SCANDINAVIAN = _words("och att som inte ska skal og ikke det den til kun af ett et maa bør må får på med")
_OTHER = _words(
    """trebuie poate pentru din cu nu sunt bir bu ile gerekir olarak icin kad turi gali arba waa iyo inay
    waxaa agus ní ach nó bheith"""
)
FOREIGN = (
    (_GERMAN | _FRENCH | _DUTCH | _SPANISH | _ITALIAN | _PORTUGUESE | _POLISH | _SCANDINAVIAN | _OTHER)
    - ENGLISH
    - WELSH
)
"""Words of languages that no alarm knows: German, French, Dutch, Spanish, Italian, Portuguese, Polish and others."""
