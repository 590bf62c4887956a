"""Where people say they are, by the zone whose clock is theirs: cities, states, and countries with
one clock, in four languages; without accents. A country or a state with two clocks is left out, but
where nearly everybody lives by one of them."""

from collections.abc import Mapping

# What of a name in the database of zones is one already ("Lima") is not repeated.
ZONES: Mapping[str, str] = {
    "America/New_York": "nyc, ny, boston, miami, atlanta, philadelphia, philly, washington, dc,"
    " washington dc, orlando, charlotte, baltimore, pittsburgh, cleveland, queens, brooklyn, bronx,"
    " nueva york, nova york, nova iorque, new jersey, nj, connecticut, massachusetts, pennsylvania,"
    " ohio, georgia, florida, virginia, maryland, north carolina, south carolina,"
    " carolina del norte,"
    " carolina del sur, maine, vermont, rhode island, delaware, new hampshire, eastern time",
    "America/Chicago": "houston, dallas, austin, san antonio, new orleans, minneapolis, milwaukee,"
    " memphis, nashville, st louis, saint louis, kansas city, oklahoma, illinois, texas, tejas,"
    " wisconsin, minnesota, iowa, missouri, louisiana, arkansas, mississippi, alabama, tennessee,"
    " central time",
    "America/Denver": "colorado, utah, salt lake city, albuquerque, new mexico, nuevo mexico,"
    " montana, wyoming, el paso, mountain time",
    "America/Phoenix": "arizona, tucson",
    "America/Los_Angeles": "san francisco, sf, san diego, san jose california, oakland,"
    " sacramento, fresno, seattle, portland, las vegas, vegas, california, nevada, oregon,"
    " washington state, pacific time",
    "America/Anchorage": "alaska",
    "Pacific/Honolulu": "hawaii, hawai",
    "America/Puerto_Rico": "san juan",
    "America/Toronto": "ottawa, montreal, quebec, ontario",
    "America/Vancouver": "british columbia",
    "America/Edmonton": "calgary, alberta",
    "America/Mexico_City": "mexico, mexique, cdmx, ciudad de mexico, guadalajara, puebla,"
    " queretaro, oaxaca,"
    " cidade do mexico",
    "America/Guatemala": "",
    "America/El_Salvador": "",
    "America/Tegucigalpa": "honduras",
    "America/Managua": "nicaragua",
    "America/Costa_Rica": "",
    "America/Panama": "",
    "America/Havana": "cuba, la habana, la havane",
    "America/Santo_Domingo": "republica dominicana, dominican republic",
    "America/Port-au-Prince": "haiti",
    "America/Jamaica": "kingston",
    "America/Bogota": "colombia, colombie, medellin, cali colombia, barranquilla",
    "America/Caracas": "venezuela, maracaibo",
    "America/Guayaquil": "ecuador, equateur, quito",
    "America/Lima": "peru, perou, arequipa",
    "America/La_Paz": "bolivia, bolivie, santa cruz de la sierra",
    "America/Asuncion": "paraguay",
    "America/Montevideo": "uruguay",
    "America/Santiago": "chile, chili, santiago de chile, valparaiso",
    "America/Argentina/Buenos_Aires": "argentina, argentine, bs as, bs aires",
    "America/Sao_Paulo": "brasil, brazil, bresil, sampa, rio de janeiro, brasilia,"
    " belo horizonte, curitiba, porto alegre,"
    " florianopolis, minas gerais, campinas, horario de brasilia",
    "America/Bahia": "salvador da bahia",
    "America/Cayenne": "guyane",
    "America/Guadeloupe": "",
    "America/Martinique": "",
    "Europe/London": "uk, england, inglaterra, angleterre, scotland, wales, great britain,"
    " reino unido, royaume uni, londres, manchester, birmingham, liverpool, leeds, glasgow,"
    " edinburgh, bristol, cardiff",
    "Europe/Dublin": "ireland, irlanda, irlande, cork",
    "Europe/Lisbon": "portugal, lisboa, lisbonne, porto, oporto, coimbra, braga",
    "Atlantic/Azores": "acores, ponta delgada",
    "Europe/Madrid": "spain, espana, espagne, espanha, barcelona, barcelone, valencia, sevilla,"
    " seville, bilbao, malaga, zaragoza",
    "Atlantic/Canary": "canarias, islas canarias, tenerife, gran canaria, las palmas",
    "Europe/Paris": "lyon, marseille, toulouse, lille, bordeaux, nantes, strasbourg, rennes,"
    " montpellier, france, francia, franca",
    "Europe/Berlin": "germany, alemania, allemagne, alemanha, munich, hamburg, frankfurt, cologne",
    "Europe/Brussels": "belgium, belgica, belgique, bruxelles, bruselas, bruxelas",
    "Europe/Zurich": "switzerland, suiza, suisse, suica, geneva, geneve, ginebra, genebra,"
    " lausanne",
    "Europe/Luxembourg": "luxemburgo",
    "Europe/Amsterdam": "netherlands, holland, paises bajos, pays bas, holanda, rotterdam",
    "Europe/Rome": "italy, italia, italie, roma, milan, milano, milao",
    "Europe/Vienna": "austria, autriche, viena, vienne",
    "Europe/Warsaw": "poland, polonia, pologne, varsovia, varsovie, krakow",
    "Europe/Bucharest": "romania, rumania, roumanie, romenia, bucarest",
    "Europe/Athens": "greece, grecia, grece, atenas, athenes",
    "Europe/Kyiv": "ukraine, ucrania, kiev",
    "Europe/Istanbul": "turkey, turquia, turquie",
    "Atlantic/Cape_Verde": "cabo verde, cap vert",
    "Africa/Bissau": "guine bissau",
    "Africa/Luanda": "angola",
    "Africa/Maputo": "mozambique, mocambique",
    "Africa/Casablanca": "morocco, marruecos, maroc, marrocos, rabat",
    "Africa/Algiers": "algeria, argelia, algerie, alger",
    "Africa/Tunis": "tunisia, tunez, tunisie",
    "Africa/Dakar": "senegal",
    "Africa/Abidjan": "ivory coast, cote d ivoire, cote divoire",
    "Africa/Bamako": "mali",
    "Africa/Lagos": "nigeria, abuja",
    "Africa/Accra": "ghana",
    "Africa/Nairobi": "kenya",
    "Africa/Johannesburg": "south africa, sudafrica, afrique du sud, africa do sul, cape town",
    "Africa/Cairo": "egypt, egipto, egypte, egito",
    "Asia/Dubai": "uae",
    "Asia/Kolkata": "india, inde, mumbai, delhi, new delhi, bangalore, chennai",
    "Asia/Manila": "philippines, filipinas",
    "Asia/Tokyo": "japan, japon, japao, tokio, toquio",
    "Asia/Seoul": "south korea, korea, corea del sur",
    "Asia/Shanghai": "china, chine, beijing, pekin, pequim",
    "Australia/Sydney": "melbourne, canberra",
    "Pacific/Auckland": "new zealand, nueva zelanda, nouvelle zelande, nova zelandia, wellington",
}
# What is a place to who writes English, and a word to others.
ENGLISH: Mapping[str, str] = {
    "America/New_York": "eastern, est, edt, et",
    "America/Chicago": "central, cst, cdt, ct",
    "America/Denver": "mountain, mst, mdt, mt",
    "America/Los_Angeles": "la, cali, pacific, pst, pdt, pt",
    "Europe/London": "gmt, bst",
}
# Names of the database that are words, too.
COMMON = frozenset(
    {"center", "christmas", "easter", "knox", "midway", "nome", "reunion", "wake", "faro", "mahe"}
)
# How people begin to say where they are.
HERE = {
    "en": "im in, i am in, im near, i live in, i moved to, ive moved to, i just moved to,"
    " im living in,"
    " im based in, im from, my time zone is, my timezone is, i am on, im on, im now in,"
    " im in another time zone",
    "es": "estoy en, estoy cerca de, vivo en, me mude a, soy de, ando en, ahora vivo en,"
    " ahora estoy en,"
    " mi zona horaria es, mi hora es la de, estoy viviendo en",
    "fr": "je suis a, je suis pres de, je suis en, je suis au, je suis aux, jhabite a,"
    " jhabite en, jhabite au,"
    " j habite a, j habite en, j habite au, je vis a, je vis en, je vis au, jai demenage a,"
    " mon fuseau est, je suis sur",
    "pt": "estou em, estou perto de, moro perto de, estou no, estou na, to em, to no, to na,"
    " moro em, moro no, moro na,"
    " me mudei pra, me mudei para, mudei pra, vivo em, vivo no, vivo na, meu fuso e, sou de",
}
# What may stand before or after the place.
BESIDE = {
    "en": "near, the, in, time, timezone, now, right, here, so, sorry, btw, hi, hey, ok, usa, us,"
    " city, by, close, to, around, area, actually, currently, zone, from",
    "es": "cerca, de, la, el, en, hora, ahora, aqui, perdon, hola, ok, ciudad, zona, los, las, del",
    "fr": "pres, de, d, la, le, les, a, en, au, heure, maintenant, ici, pardon, salut, ok, ville,"
    " du, cote, vers, desole",
    "pt": "perto, de, do, da, o, a, em, no, na, hora, horario, agora, aqui, desculpa, oi, ok,"
    " cidade, regiao, lado",
}
