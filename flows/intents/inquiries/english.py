"""What people ask, in English."""

from flows.intents.inquiries.phrasing import Phrasing

PHRASING = Phrasing(
    small=(
        "um uh hmm er yo man bro bruh dude even really actually exactly just like ok okay k so "
        "and but then well oh ah btw tho though anyway lol lmao haha sorry wait please pls plz "
        "rn right yes ya yea yup yeah yep sir maam hell heck tf wtf omg pal mate uhm erm eh"
    ),
    polite=("hi hey hello hiya thanks thank thx ty good morning evening afternoon"),
    alike=(
        "texting=messaging u=you ya=you ur=your r=are dis=this dat=that whos=who+is "
        "whats=what+is wats=what+is wat=what wht=what wot=what hoo=who wher=where wen=when "
        "hw=how da=the im=i+am youre=you+are its=it+is thats=that+is wheres=where+is "
        "whens=when+is hows=how+is msgs=messages texts=messages msg=message text=message "
        "txts=messages info=data information=data details=data stuff=data nr=number num=number "
        "ai=bot "
        "robot=bot chatbot=bot computer=bot machine=bot gpt=bot chatgpt=bot automated=bot "
        "automatic=bot human=person ppl=people someone=somebody anyone=somebody anybody=somebody "
        "some1=somebody gonna=going+to wanna=want+to gotta=have+to dont=do+not cant=can+not "
        "could=can would=will do=do does=do did=do l8r=later latr=later tmrw=tomorrow "
        "erase=delete remove=delete wipe=delete min=minute mins=minute sec=minute second=minute "
        "minutes=minute moment=minute priv=private confidential=private secret=private "
        "thnx=thanks tnx=thanks thanx=thanks thankyou=thanks thks=thanks tysm=thanks "
        "cheers=thanks ta=thanks hii=hi heya=hey hola=hi sup=hi howdy=hi helo=hello gm=hi"
    ),
    ways={
        "mentor": (
            "(no|) (i|) (want|will like|will love|am here|hope|prefer|can i|do i get|) (to|) (be"
            "|become) (a|the) mentor (myself|instead|too|not a mentee|)",
            "(i|) (want|will like|can i|am here|) (to|) mentor (somebody|people|others|a mentee"
            "|somebody else)",
            "(no|) i (am|am here as|signed up as|come as) (a|the) mentor (not a mentee|)",
            "i offer to be a mentor",
            "i do not (want|need) a mentor i (want to be|am) (one|a mentor)",
        ),
        "mentee": (
            "(no|) i (want|need|look for|am looking for|will like|will love|want to find|want to "
            "get|want to have) (to have|to find|) (a|the) mentor (for me|instead|too|not be one|)",
            "(no|) i am (not a mentor|a mentee|the mentee|a mentee not a mentor)",
            "i do not want to be a mentor",
        ),
        "stop": (
            "how (do|can|will|to) (i|) (stop|end|quit|cancel) (this|it|these messages|the "
            "messages|getting messages|getting these messages|you messaging me|these|)",
            "how do i get out (of this|)",
        ),
        "delete": (
            "(how|can|how do|how can|can i|i want|i want you|i will like|) (i|you|) (to|) delete "
            "(all|) (my|the) (data|account|profile|answers|messages|chat)",
            "delete (all|) (of|) my (data|account|profile|answers|number|name|texts)",
            "(can you|can|i want you to|i want to|you have to|) delete (everything|all) "
            "(you have|you know|you keep|you store|there is|) (about|on|of|) (me|)",
            "(can you|i want you to|) forget (me|everything about me|all about me|my data"
            "|everything you know about me)",
            "(how|how do i|can i|i want|) (to|) get rid of (all|) my data",
            "i want (to be forgotten|my data deleted|my data gone|to be deleted|to be erased"
            "|everything deleted|all my data deleted)",
            "(i have|i use|) (a|the|my|) right to be forgotten",
            "forget",
            "erase",
        ),
        "source": (
            "(how|where) (do|are|) you (get|got|have|find|found|know) my (number|name)",
            "who (gave|give) you my (number|name)",
            "why do you have my number",
            "how do you know (me|who i am|my name)",
        ),
        "sees": (
            "who (else|all|) (can|will|gets to|is|) (see|sees|read|reads|reading|seeing|look at) "
            "(this|these|it|that|my messages|this chat|these messages|what i write|what i say|my "
            "answers|the answers|my data|all this|all of this|them|)",
            "(will|can|do) (my mentor|my mom|my mum|my dad|my parents|my school|my teacher|my "
            "boss|somebody|somebody else|other people|people|others|everybody|everyone|they|he"
            "|she|dana) (see|read|get to see|know) (this|these|it|that|my messages|my answers"
            "|what i write|what i say|about this|)",
            "is (this|it|that|the chat|this chat|what i write|what i say) (private|anonymous"
            "|secure)",
            "(will|do) you (tell|share|show) (this|it|that|them|) (to|with|) (my mentor|my mom"
            "|my mum|my dad|my parents|my school|my teacher|somebody|somebody else|people|others"
            "|dana) (this|it|about this|)",
            "who do you (tell|share this with|tell this|tell this to|show this to)",
            "can i (trust you|keep this private)",
            "(will|can|do) (my mom|my mum|my dad|my parents|my school|my teacher|my boss|my mentor"
            "|somebody|people|they|he|she) (find out|know|hear) (about|) (this|it|)",
            "(my mom|my mum|my dad|my parents|my school|my teacher|my boss|my mentor) will (find"
            " out|know) (about|) (this|it|)",
        ),
        "machine": (
            "are you (a|an|) (real|) (bot|person|real|people|man|woman|guy|girl|human being)",
            "(is|are) (this|it|that|there) (a|an|) (real|) (bot|person|real|people|human being)",
            "(are you|is this) (a|) (bot|person) or (a|) (real|) (bot|person|human)",
            "am i (talking|messaging|chatting|speaking|writing) (to|with) (a|an|) (real|) (bot"
            "|person|somebody|human being)",
            "(who|what) are you a (bot|person)",
            "you a bot",
            "you are a bot",
            "real person",
            "you real",
            "bot or person",
            "is (this|there) (a|) (real|) (person|somebody) (there|behind this|reading this|)",
            "(are|is) (you|this) (a|) (real|) person or (a|) bot",
        ),
        "free": (
            "is (this|it|that|the program|the programme|everything) (all|) (free|for free|free "
            "of charge)",
            "is (this|the|your|) (program|programme|mentoring|service|thing) (all|) (free|for free"
            "|free of charge)",
            "(do|will) (this|the|your) (program|programme|mentoring|service|thing) cost (anything"
            "|money|something|me anything|me|)",
            "is it free or (do i have to pay|not|do it cost)",
            "how much (is|do|will) (this|it|that|the program|the programme) (cost|)",
            "how much (do|will|) i (have to|) pay",
            "how much",
            "how much is it",
            "how much money",
            "do (this|it|that|the program) cost (anything|money|something|me anything|me|)",
            "(is|will) (this|it|that|the program|the programme) (going to|) cost (me|) (anything"
            "|money|something|)",
            "do i (have to|need to|) pay (for this|for it|anything|you|)",
            "what (do|will) (this|it) cost (me|)",
            "what is the (cost|price|catch)",
            "do you (charge|want money)",
            "is there a (fee|cost|charge)",
        ),
        "long": (
            "how (much|) (long|longer) (will|do|is|) (this|it|that|the whole thing) (take|going "
            "to take|last|going to last|go on|)",
            "how (much|) (long|longer)",
            "how much time (will|do) (this|it) take",
            "how many (more|) (questions|qs) (are there|are left|left|do you have|to go|more|)",
            "(is|will) (this|it) (going to|) take (long|a long time|forever)",
            "is this (going to take|) long",
            "do (this|it) take (long|a long time)",
            "are we (done|nearly done|almost done|finished)",
            "how long till (we are|i am|) done",
        ),
        "term": (
            "how long (do|will|is|) (the|this) (program|programme|mentoring) "
            "(take|last|go on|run|)",
            "how long (do|will) i (get|have) (a|my|the) mentor (for|)",
            "(until|till) when (do|will|is) (the|this) (program|programme|mentoring) "
            "(last|run|go|)",
            "when (do|will) (the|this) (program|programme|mentoring) (end|finish|stop)",
        ),
        "meeting": (
            "where is (it|it again|the meeting|the place|that|this|it at)",
            "where",
            "where again",
            "where (do|are) we (meet|meeting|going|meeting up) (again|up|)",
            "which (room|place)",
            "what is the (address|postcode) (again|of the place|)",
            "(whats|what) (address|postcode)",
            "when is (it|it again|that|this)",
            "when again",
            "what time (is it|is that|again|)",
            "(is|are) (it|that|this|we|the meeting|our meeting|you) still (on|happening|meeting"
            "|going on|good|going ahead|on for today|on for tomorrow|meeting today|meeting "
            "tomorrow|on today|on tomorrow)",
            "still on",
            "are we on",
            "we still (on|meeting|good)",
            "is the meeting (on|happening)",
        ),
        "know": (
            "what (do|all do|data do|else do) you (know|have|store|save|keep|remember|collect) "
            "(about|on|of|from) me",
            "what data do you (have|keep|store|collect|save)",
            "what do you (have|know|keep|store) (on file|about me|saved)",
            "what is my data",
            "mydata",
            "(can you|can i|i want|i want to see|show|send|give|get|) (me|) (get|have|) (a copy of|"
            "all|all of|) (my|the) data (you have|you keep|you store|about me|please|)",
            "what is (kept|stored|saved|known) (about|on|of) me",
            "what have you (got|saved|stored|kept) (about|on) me",
            "(can|how can) i see (all|) my (data|answers)",
            "(show me|what are) my (answers|data)",
            "what (have|do) i (told|tell|said|say) (you|) (about me|so far|)",
        ),
        "fix": (
            "fix",
            "(i want to|i need to|can i|can you|how can i|how do i|) (fix|change|correct|update"
            "|edit|mend) (my|the|one of my|an|) (answers|answer|data|profile|what i said"
            "|what i told you)",
            "my (answers|answer|data|profile) (is|are) (wrong|not right|not correct|old)",
            "(you have|you got|) my (data|profile|answers) wrong",
        ),
        "fix_name": (
            "my name is (spelled|spelt|written|) (wrong|wrongly|badly|not right|not correct"
            "|misspelled|misspelt|not spelled right)",
            "(you|) (have|) (spelled|spelt|got|wrote|written|misspelled) my name (wrong|)",
            "(i want to|i need to|can i|can you|how can i|how do i|) (fix|change|correct|update"
            "|edit) my name",
            "(that|this) is not my name",
            "i (changed|have a new|got a new) (my|) name",
        ),
        "fix_age": (
            "my age is (wrong|not right|not correct)",
            "(you|) (have|) (got|wrote) my age wrong",
            "(i want to|i need to|can i|can you|how can i|how do i|) (fix|change|correct|update"
            "|edit) my age",
            "(that|this) is not my age",
        ),
        "next": (
            "what (happens|will happen|is going to happen|happen) (now|next|then|after|after this"
            "|after that|)",
            "what now",
            "now what",
            "what next",
            "what is next",
            "what (do|should|can|must|am) i (have to|need to|supposed to|) do (now|next|here|)",
            "what is (happening|going on|up with this) (now|)",
            "how (do|will|is) (this|it|that|the program|the programme) work",
            "what (is|are) the next (step|steps)",
            "when (do|can|will|are) (we|i|you|it|this) (going to|) (start|begin|starting)",
            "when (do|will|can|am) i (going to|) (get|meet|hear|find|have) (a|my|the|from|) "
            "(mentor|somebody|match|you|person|)",
            "(is there|) any (news|update|updates)",
            "(do|have) you (find|found) (me|) (a|) (mentor|somebody|match|anything) (yet|for me|)",
            "do i have a mentor (yet|)",
            "how long (do|will) i (have to|need to|) wait (for a mentor|)",
            "when do i hear back",
            "when (do|will|am|can) i (going to|) hear (something|anything|back|more|) "
            "(from you|from somebody|)",
            "how long (till|until|before) i (hear|know) (something|anything|)",
            "when (will|does|is) (somebody|you) (going to|) (message|write|call|contact|tell) "
            "me (something|)",
            "who is my mentor",
            "did you (find|get) (me|) (a mentor|somebody) (yet|)",
        ),
        "who": (
            "who is (this|it|that|there|messaging|messaging me|writing|writing me|talking"
            "|speaking|behind this|you|bridge)",
            "who are (you|you guys|you people)",
            "who this",
            "who you",
            "who",
            "(can|may) i (know|ask) who (you are|this is|is this|messages me|is messaging me)",
            "what are you",
            "who is this person",
            "who am i (talking|speaking|messaging|writing|chatting) (to|with)",
            "who messages me",
            "who is this message from",
            "(is|are) (this|it|you|bridge) (a|) (legit|scam|legit or (a|) scam|spam|for real|real "
            "or (a|) scam)",
            "what is (this|it|this about|this for|it for|it about|all this|this all about|this "
            "number|this thing|the point|the point of this|your name|this program|this programme)",
            "what is (it|this) all about",
            "do i know you",
            "have we met",
            "new phone who (is this|this)",
            "who is this message from",
            "what do you do",
            "what can you do",
            "who runs this",
            "who is (behind|running|in charge of) (this|it)",
        ),
        "goal": (
            "what (is|was|are|were) my (goal|goals) (again|)",
            "(show me|tell me|see|where is|where are|can i see|how can i see) my (goal|goals)",
            "(can i|how do i|how can i|i want to|i will like to|i need to|) (change|edit|update|set"
            "|add|make|drop) (a|my|the|another|) (new|) (goal|goals)",
            "i (have|) (reached|achieved|met|made|hit|completed|finished) my goal (already|)",
            "my goal (is|) (done|reached|achieved|finished|has changed|changed)",
        ),
        "answers": (
            "(can i|how do i|how can i|i want to|i will like to|i need to|) (change|edit|update"
            "|fix|correct|see) (my|the|an) (answer|answers|profile|age|name|availability|times"
            "|hours|schedule|topics|info) (please|)",
            "my (availability|schedule|times|hours) (has|have|) changed",
            "i (got|have|) (put|gave|wrote) (you|) the wrong (age|name|times|hours|answer)",
        ),
        "number": (
            "(this is|i have|i got|i have got|i am getting|) (a|my) new (number|phone number) "
            "(now|)",
            "(i|i have|i am|i will be|) (changed|change|changing|switched|switching) (my|) (phone"
            "|) (number|numbers)",
            "my number (has|is|) (changed|changing|new|different)",
            "how (do|can) i (change|update) my (phone|) number",
        ),
        "return": (
            "(can|will|may|i want to|how can|how do|i will like to) (i|) (come|get|be|join) (back"
            "|in again|again|back in)",
            "i want (back|back in|to come back|to join again|to rejoin)",
            "(can|how do|how can) i (rejoin|restart|sign up again)",
            "take me back",
            "can i still join",
            "i changed my mind",
            "let me back in",
            "i changed my mind (can i|i want to) (come|get) back (in|)",
            "i am back (now|again|from vacation|from holiday|from my break|home|)",
            "sign me up again",
        ),
        "later": (
            "later",
            "busy",
            "(not|maybe|ask me|ask|message me|message|i will do it|i will do this|i will answer"
            "|talk to you|talk|do it|do this|can we do this|can i do this|can i do it|can i "
            "answer|) later (on|today|)",
            "(ask|ask me|message me|remind me|(i will|ill) (tell you|let you know|answer)) "
            "(again|) (tomorrow|another day|next week|in a few days)",
            "not (now|today|at the moment|a good time|right now)",
            "(i am|) (a bit|kinda|kind of|very|too|) busy (now|at the moment|today|)",
            "i am (at work|in class|at school|driving|in a meeting|cooking|in bed|out)",
            "(give me|i need|need|one|in) (a|one|a few|5|10|five|ten|some|) (minute|time)",
            "(brb|gtg|g2g|ttyl)",
            "i (can not|have no time|do not have time) (talk|do this|) (now|at the moment|today|)",
            "(another|some other) time",
            "bad time",
        ),
        "thanks": (
            "thanks",
            "(thanks|thank you) (so much|very much|a lot|a bunch|a ton|so so much|again|for that"
            "|for this|for the help|for your help|for everything|for the data|guys|dana|you|all|)",
            "(many|much|big) thanks",
            "(i|) (much|) appreciate (it|that|this|you)",
            "much appreciated",
            "thanks have a (good|nice|great) (day|one|evening|night|week)",
            "(great|got it) thanks",
            "(perfect|cool|awesome|great|nice|lovely|sweet) thanks",
            "god bless (you|)",
        ),
        "hello": (
            "hi",
            "hey",
            "hello",
            "hiya",
            "(hi|hey|hello|hiya) (there|you|again|dana|everybody|everyone|guys|all|)",
            "(hi|hey|hello) (hi|hey|hello)",
            "(hi|hey|hello|) good (morning|evening|afternoon|day|night)",
            "(hi|hey|hello|) how (are you|are you doing|is it going|are things|you doing)",
            "(hi|hey|hello|) what is up",
            "(are you|you|anybody|somebody|is somebody|hello are you|is anybody) there",
            "how are you (today|doing today|)",
            "wassup",
            "whatsup",
        ),
    },
)
