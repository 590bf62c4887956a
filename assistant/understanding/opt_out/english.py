"""How people ask in English to be written to no more."""

from assistant.understanding.opt_out.rules import Refusals, Request

_UNLESS = ("HE WILL* CANT* END", "(A | CANT | WHY) END", "DID ~ END")
_DONT = (
    "(NOT | DO NOT) (MORE | TO)* WRITE (GAP | TO)* (ME | MY PHONE)",
    "(NOT | DO NOT) (MORE | TO)* SEND ME? GAP* (MORE | MESSAGE)",
    "(NOT | DO NOT) (MORE | TO)* SEND ME END",
)

ENGLISH = Refusals(
    words={
        # What ends something, and what is to end.
        "STOP": "stop stp stopp sotp stpo stap stahp st0p sstop quit quitt cease halt discontinue",
        "CANCEL": "cancel end kill disable deactivate terminate mute",
        "WRITING": "texting txting textin txtin txtn txtng msging msgin messaging messagin"
        " sending sendin writing writin contacting contactin emailing spamming spammin bothering"
        " botherin harassing harassin bugging buggin pestering annoying annoyin notifying"
        " hitting blowing pinging calling callin reminding disturbing following reaching trying",
        "WRITE": "text txt txet message msg mesage contact write email spam bother harass bug"
        " pester notify ping disturb hmu",
        "REACH": "disturb text txt message msg contact email",
        "SENDING": "sending sendin send snd",
        "SEND": "send snd",
        "RING": "call ring phone",
        "WRITTEN": "texted txted messaged msged contacted bothered called notified spammed"
        " disturbed written emailed",
        "MESSAGE": "text texts txt txts message messages msg msgs mesages notification"
        " notifications notifs sms spam ads promos promotions",
        "MESSAGES": "texts txts messages msgs mesages notifications notifs sms spam subscription"
        " communication communications contact"
        " enrollment enrolment",
        # Who is written to.
        "ME": "me us",
        "MY": "my this",
        "NUMBER": "number num nmbr numba name contact",
        "PHONE": "number num nmbr numba phone cell",
        # Refusing.
        "NOT": "dont dnt donot not never doesnt",
        "DO": "do",
        "NO": "no",
        "NOMORE": "nomore",
        "LONGER": "longer",
        "MORE": "more anymore anymor nemore longer further again else agen agn ever no",
        "WANT": "want wanna wana wnt wish desire wanting",
        "NEED": "need like",
        "GET": "get getting gettin receive receiving recieve recieving have hear",
        "TO": "to 2",
        "BE": "be being been",
        "FROM": "from frm",
        "GAP": "anything shit junk bs any anymore these those this that your ur yr the all of"
        " from such u"
        " you ya yall guys sum some stupid dumb automated automatic random kind so more things"
        " thing stuff stuf crap up with constant freaking no ever w",
        # Off a list.
        "REMOVE": "remove delete erase unlist",
        "TAKE": "take tak get pull strike",
        "OFF": "off of ov out outta from",
        "LIST": "call calling mailing list lists lst database contacts system directory thread"
        " chat group",
        "UNSUB": "unsubscribe unsub unsuscribe unsubscibe unsubcribe optout stopall unenroll",
        "OPT": "opt opting",
        "OUT": "out owt",
        "LEAVE": "leave leav lev leve",
        "ALONE": "alone lone",
        "LOSE": "lose loose",
        # What may be a stop.
        "IT": "is it this that thats dis all everything evrything these stuff whole thing"
        " program programme bot nonsense crap bs with the from anymore more now you u please"
        " already of any",
        "HANDS": "knock cut",
        "ENOUGH": "enough enuf enuff",
        "DONE": "done finished",
        "INTERESTED": "interested intrested intersted",
        "WRONG": "wrong rong",
        "PERSON": "person number num guy",
        "GO": "go get fuck piss bugger",
        "AWAY": "away lost off",
        "REPORT": "report reporting block blocking",
        "TOPIC": "reminder reminders alert alerts update updates tip tips email emails",
        "DATA": "data info information details",
        # What stands before and makes it something else.
        "A": "a an the bus next last full pit truck rest non",
        "I": "am i im id ive ill",
        "WILL": "to will would should could can must gotta have need needs want wants got try"
        " trying gonna going wanna wana really just 2 decide decided better had b be of about",
        "CANT": "cant cnt wont wnt couldnt didnt didn doesnt dont dnt isnt not never",
        "HE": "he she they him her them people ppl someone somebody everyone mom mum dad mother"
        " father brother sister bro cousin boss friend friends teacher mentor ex bf gf boyfriend"
        " girlfriend who nobody",
        "TELL": "tell told ask asked make made",
        "YOU": "you u ya yall yous",
        "DID": "did does",
        "WHY": "why",
        "IF": "if how when where until till",
        # What follows and makes it less than everything.
        "LATER": "every everyday daily twice often much many lot lots constantly nonstop once per"
        " today tonight tomorrow tmrw tmr late early after before during until till"
        " while when morning mornings afternoon afternoons night nights evening evenings"
        " weekend weekends weekdays monday"
        " tuesday wednesday thursday friday saturday sunday hour hours class school work lunch"
        " times much often daily about like except unless yet instead at on because every bit",
        "FOR": "for",
        "ON": "instagram insta facebook whatsapp telegram snapchat",
        "SAID": "said",
        "CALL": "calling callin call",
        # What turns a request into something else.
        "SAY": "said say saying asked ask asking mean meant wanted",
        "NEEDING": "need needs reason point use",
        "WHAT": "what wat",
        "WHATS": "whats",
        "IS": "is does do",
        "MEAN": "mean means meaning stand stands",
        "IN": "in with",
        "OR": "or and nor",
        "OLD": "old former previous",
        "UNABLE": "cant cnt couldnt cannot unable",
        "RATHER": "rather prefer",
        "CONSENT": "consent permission",
        "REFUSE": "refuse decline",
        "BORED": "tired sick fed annoyed bored",
        "GIVE": "give gave",
        "WITHDRAW": "withdraw revoke retract",
        "NEW": "new",
        "YET": "yet",
        "HOWTO": "how",
        "KEEP": "keep continue",
        "RECEIVE": "receive receiving recieve recieving",
        "REMOVED": "removed taken unsubscribed deleted unlisted unenrolled opted",
        "BLOCK": "block",
    },
    requests=(
        Request(
            said=(
                "STOP GAP* (WRITING | WRITE) (GAP | TO | OUT)* (ME | MY PHONE)",
                "STOP GAP* (WRITING | WRITE) GAP+ MESSAGE",
                "(NOT | DO NOT) RING ME? OR WRITE (ME | MY PHONE)",
                "LEAVE ME ALONE",
                "TAKE (ME | MY NUMBER) OFF (GAP* LIST | GAP? END)",
            ),
            unless=_UNLESS,
        ),
        Request(said=_DONT, unless=(*_UNLESS, "(YOU | OTHER) END")),
        Request(said=_DONT, unless=(*_UNLESS, "BEGIN YOU END"), sure=False),
        Request(
            said=(
                "STOP GAP* WRITING (MORE | OUT)* END",
                "STOP GAP* WRITING GAP* MESSAGE",
                "STOP GAP* MESSAGE END",
                "(NOT | DO NOT) (MORE | TO)* REACH MORE* END",
                "CANCEL GAP* MY? MESSAGES",
                "LOSE MY NUMBER",
                "TAKE GAP* OFF GAP* LIST",
            ),
            unless=("(HE | I | YOU) ~ END", "(A | CANT | WHY) END", "DID ~ END"),
        ),
        Request(
            said=(
                "STOP (GAP | IT)* MESSAGES",
                "RATHER NOT TO? GET GAP* MESSAGE",
                "RATHER NOT TO? BE WRITTEN",
                "WITHDRAW GAP* MY CONSENT",
                "REFUSE TO GET GAP* MESSAGE",
                "STOP GAP* GET GAP* (MESSAGE | END)",
                "(NOT | DO NOT | NO LONGER) WANT (TO? KEEP? GET)? (GAP | MORE)* MESSAGE",
                "(NOT | DO NOT | NO LONGER) WANT TO? GET (GAP | MORE)* FROM YOU",
                "(NOT | DO NOT | NO LONGER) WANT TO? BE MORE* WRITTEN",
                "(NOT | DO NOT | NO LONGER) WANT (GAP | TO)* (WRITE | WRITING) (GAP | TO)* ME",
                "(NOT | DO NOT) WANT (TO GET)? GAP* MORE* FROM YOU",
                "(BEGIN | WANT) (NO MORE | NOMORE) GAP* MESSAGE",
                "REMOVE GAP* (ME | MY NUMBER | MY PHONE)",
                "UNSUB",
                "OPT ME? OUT",
                "MESSAGE TO? STOP END",
                "WRITING ME STOP END",
                "(SAID | TELL YOU TO) STOP END",
                "TELL (YOU | GAP)* TO STOP GAP* WRITING (GAP | TO | OUT)* (ME | MY PHONE | END)",
            ),
            unless=("HE WILL* END", "(A | CANT) END"),
        ),
        Request(
            said=(
                "(NOT | DO NOT) NEED (TO GET)? (GAP | MORE)* MESSAGE",
                "(STOP | CANCEL | NO MORE) (GAP | WRITING)* TOPIC",
                "REMOVE GAP* MY DATA",
                "(NOT | DO NOT) MORE* RING ME (MORE | END)",
                "(NOT | DO NOT | NO LONGER) WANT TO? KEEP? RECEIVE (GAP | MORE)* END",
                "NO LONGER WANT TO? GET (GAP | MORE)+ END",
                "BE REMOVED (OFF GAP* (LIST | MESSAGE) | OUT? END)",
                "OTHER (ME | MY NUMBER) OFF GAP* LIST",
                "BLOCK MY NUMBER",
                "I WILL* REPORT (YOU | MY NUMBER)",
                "I+ OFF GAP* LIST",
                "UNABLE (WILL | TO)* (UNSUB | OPT ME? OUT)",
                "(NOT | DO NOT) CONSENT TO GET? GAP* MESSAGE",
                "NOT INTERESTED IN GET? GAP* MESSAGE",
                "BORED GAP* WRITING? GAP* MESSAGE",
                "(NOT | DO NOT) GIVE GAP* CONSENT TO GAP* (MESSAGE | WRITE)",
                "BEGIN HOWTO (I | WILL | DO | DID | YOU)* (GET OUT OFF | STOP) GAP+ END",
                "YOU WILL* CANT STOP GAP* WRITING GAP* ME",
            ),
            unless=("HE WILL* END", "CANT END"),
            sure=False,
        ),
    ),
    denied=(
        "(NOT | DO NOT) (WILL | SAY | TO | ME)* END",
        "NOT SAY I (WILL | SAY | TO | ME)* END",
        "NOT WANT YOU (WILL | SAY | TO | ME)* END",
        "NO NEEDING WILL* END",
        "NOT OTHER TO END",
        "HE (WILL | DID | CANT | DO | SAY | NO)* END",
        "BEGIN WHAT IS A? END",
        "BEGIN WHATS A? END",
    ),
    dismissed=(
        "WHAT ~ MEAN",
        "NUMBER ~ NEW",
        "OLD NUMBER",
        "(ME | MESSAGE | WRITE | REACH) YET",
    ),
    doubted=("(TELL | WANT) (OTHER | HE)", "IF", "CANT END", "WHY ~ END"),
    narrowed=(
        "LATER",
        "TOPIC",
        "FOR",
        "FROM GAP* OTHER",
        "SENDING ME? (GAP | MORE)* OTHER",
        "OUT OFF GAP* OTHER",
        "ON",
        "CALL ME OTHER",
        "TO MY? (OTHER | HE)",
        "IN GAP* OTHER",
    ),
    doubts=(
        "(I | WILL | YOU)* STOP IT+",
        "(I | WILL | YOU)* CANCEL IT+",
        "NO MORE IT*",
        "IT? IT? ENOUGH (IT | MESSAGE)*",
        "I+ DONE (IT | YOU)+",
        "I* NO LONGER INTERESTED IT*",
        "I* NOT INTERESTED IT+",
        "IT* (A | YOU | WILL)* WRONG PERSON REMOVE?",
        "GO AWAY",
        "HANDS IT (OFF | OUT)",
        "I WILL* (STOP | OUT) IT*",
        "(I | DO)* NOT WANT (TO | BE | DO | IT | MORE)+",
        "I REPORT YOU",
        "REPORT MESSAGE",
    ),
)
