"""English words."""

from flows.reading.words.feasts import FEASTS
from flows.reading.words.table import Table

TABLE = Table(
    numbers={
        0: "zero, nought",
        1: "one",
        2: "two",
        3: "three",
        4: "four",
        5: "five",
        6: "six",
        7: "seven",
        8: "eight",
        9: "nine",
        10: "ten",
        11: "eleven",
        12: "twelve",
        13: "thirteen",
        14: "fourteen, forteen",
        15: "fifteen",
        16: "sixteen",
        17: "seventeen",
        18: "eighteen, eightteen",
        19: "nineteen",
        20: "twenty",
        30: "thirty",
        40: "forty, fourty",
        50: "fifty",
        60: "sixty",
        70: "seventy",
        80: "eighty",
        90: "ninety",
        1000: "thousand",
    },
    ordinals={
        1: "first",
        2: "second",
        3: "third",
        4: "fourth",
        5: "fifth",
        6: "sixth",
        7: "seventh",
        8: "eighth",
        9: "ninth, nineth",
        10: "tenth",
        11: "eleventh",
        12: "twelfth",
        13: "thirteenth",
        14: "fourteenth",
        15: "fifteenth",
        16: "sixteenth",
        17: "seventeenth",
        18: "eighteenth",
        19: "nineteenth",
        20: "twentieth",
        30: "thirtieth",
    },
    joins="and, an, n, nd, plus, also, then, with",
    eithers="or, to",
    picking=(
        "numbers, nums, nos, meh, "
        "number, num, no, nr, option, options, opt, answer, choice, the, one, ones, its, it, "
        "is, i, id, ill, im, say, pick, choose, take, go, going, want, think, guess, prolly, "
        "probably, maybe, like, would, with, for, please, pls, plz, thanks, thx, ty, um, erm, "
        "uh, hmm, well, ok, okay, so, oh, a, my, me, lol, just, give, rate, that, be, was, ans, "
        "def, definitely, on, in, sorry, hi, hey, solid, strong, firm, weak, easy, full, "
        "score, rating, grade, mark, id rate, him, her"
    ),
    pointers="the, number, option, choice, answer, my",
    negations=(
        "not, dont, doesnt, didnt, never, cant, cannot, wont, isnt, aint, wasnt, wouldnt, "
        "no longer, havent, hasnt, hadnt, arent, werent, couldnt, shouldnt, dnt, cnt, "
        "except, without, nor, instead of, rather than"
    ),
    contrasts=(
        "but, except, unless, instead, however, although, though, only, if, when, after, "
        "before, until"
    ),
    ands="and, &, n",
    yes=(
        "100 percent yes, wrks, "
        "sure did, sure have, no biggie, no sweat, no big deal, "
        "yuh, ya gud, gud, that will be fine, that would be fine, will be fine, that will do, "
        "ill b there, i shall be there, i look forward to it, look forward to it, tht works, "
        "i like them, i like it, i do like them, i still want them, i do want them, "
        "i love them, i guess so, guess so, i think so, think so, suppose so, i suppose so, "
        "i suppose, "
        "hope so, you can, u can, you may, u may, happy with that, im happy with that, yes, y, "
        "ye, yea, yeah, yah, yeh, yh, ya, yas, yass, yes please, yes pls, yep, yup, yupp, yus, "
        "yess, k, kk, ok, okay, oki, okey, okie, okk, okey dokey, okie dokie, sure, sure thing, "
        "shure, sur, for sure, 4 sure, fine, im fine with that, thats fine, alright, alrite, "
        "aight, ight, all right, agreed, agree, i agree, deal, done deal, cool, bet, right, "
        "correct, true, good, great, perfect, sounds good, sounds great, sounds fine, lets go, "
        "lets do it, lets do this, go for it, go ahead, do it, of course, ofc, ofcourse, "
        "course, why not, y not, no problem, no prob, no probs, np, no worries, not a problem, "
        "dont mind, i dont mind, wouldnt mind, i do, i am, i will, i would, i can, im in, "
        "im up for it, im down, down, up for it, im okay with that, happy to, gladly, "
        "with pleasure, absolutely, definitely, definately, defo, deffo, def, totally, "
        "certainly, exactly, indeed, affirmative, yessir, uh huh, uhuh, mhm, mmhm, mm hm, "
        "works for me, works 4 me, fo sho, please do, pls do, yes ofc, i want to, id like to, "
        "id love to, i accept, accept, accepted, cant wait, 100, hell yes, hell yeah, you bet, "
        "u bet, thats what i want, that is what i want, what i want, lets start, love that, "
        "id love that, will do, welcome, approve, confirm, confirmed, carry on, "
        "awesome, sweet, amazing, obviously, obvs, done, super, lovely, brilliant, wicked, "
        "ace, nice, thats nice, i see no reason not to, no reason not to, dont see why not, "
        "i dont see why not, cant see why not, wont say no, i wont say no, wouldnt say no, "
        "i wouldnt say no, no doubt, without a doubt, without doubt, never been better, "
        "nothing against it, ive nothing against it, ys, yez, yesh, yepp, yap, yapp, yop, "
        "yaah, yeh, yres, yse, eys, yeas, very much so, by all means, "
        "of course i do, that works, it works, works, that is right, thats right, "
        "that is correct, thats correct, love to, yes i do, yes i am, yes it is, it is, "
        "ready, looking forward, fine by me, fine with me, ok by me, ok with me, good with me, "
        "i have, we have, i did, we did, it did, it does, it was, it will, we do, we are, "
        "we will, we can, i want, i want it, i want that, continue, proceed, go on, "
        "keep going, suits me, that suits me, it suits me, it is fine with me, ill be there, "
        "i will be there, be there, count me in, i would like that, would like that, "
        "id like that, looks good, look good, looks right, looks fine, looks great, keen, "
        "im keen, so keen, sounds like a plan, sounds nice, sounds lovely, sounds perfect, "
        "sounds awesome, surely, you got it, i do want that, i consent, consent, "
        "you have my permission, permission granted, im okay with it, im ok with it, "
        "im fine with it, im cool with it, im cool with that, okay with me, most certainly, "
        "thats the one, thats it, that one, the one, spot on, bang on, no objection, "
        "no objections, if you like, very happy to, more than happy to, would love to, "
        "would love that, i would love that, id be happy to, id be glad to, please yes, "
        "it is correct, it is right, all correct, all right by me, thats my name, i approve, "
        "approved, its a deal, its a yes, thats a yes, a yes, i say yes, full yes, "
        "hundred percent, 100 percent, 10 4, copy that, aye, aye aye, yass queen, heck yes, "
        "heck yeah, damn right, too right, right on, righto, rightio, okie doke, "
        "no doubt about it, not a problem at all, no problem at all, of course you can, "
        "sure you can, course you can, text me, you can text me, u can text me, "
        "please text me, go on then, might as well, may as well, im game, game, happy with it, "
        "ready when you are, lets goo, let us do it, lets try, lets try it, ill try it, "
        "ill do it, ill take it, ill be happy to"
    ),
    no=(
        "cant anymore, cannot anymore, cant make that, cant make this, cant do that, dont think "
        "ill make it, dont think i can, dont think i can make it, not rly, not rlly, "
        "not entirely, not completely, not totally, not quite, not fully, "
        "no, n, nope, nop, noo, nah, nahh, naw, na, nay, neh, no way, no thanks, no thank you, "
        "no thx, no ty, nty, not really, not now, not today, not yet, not me, not for me, "
        "not interested, not at all, not ok, not okay, not happening, never, negative, "
        "disagree, i disagree, disagreed, hell no, heck no, absolutely not, of course not, "
        "definitely not, certainly not, no can do, id rather not, rather not, "
        "i would rather not, would rather not, please dont, pls dont, dont, cant, prefer not, "
        "i refuse, refuse, decline, i decline, false, wrong, incorrect, no chance, "
        "not a chance, forget it, hard pass, dont want, dont agree, dont think so, "
        "i dont think so, no deal, nuh uh, "
        "nopes, deny, i deny, doubt it, i doubt it, hardly, i doubt that, mistake, "
        "thats a mistake, a mistake, "
        "leave me alone, im good, im good thanks, im fine thanks, im ok thanks, im okay thanks, "
        "im alright thanks, im good thank you, im fine thank you, im good ty, im good thx, "
        "all good thanks, id rather you didnt, rather you didnt, not right, not correct, "
        "not true, no more, unfortunately not, sadly not, afraid not, im afraid not, "
        "cant make it, cannot, can not, dont like, wont work, doesnt work, does not work, "
        "not gonna work, isnt gonna work, aint gonna work, not going to work, not gonna make it, "
        "not good, no good, not great, not today thanks, do not, no im not, im not, "
        "i am not, not anymore, untrue, nowhere near, wrong one, isnt, it isnt, it is not, "
        "thats not it, not it, not at the moment, not what i meant, not what i said, "
        "absolutely no, not in a million years, not comfortable, im not comfortable with that, "
        "i dont feel comfortable, dont feel comfortable, not able to, im not able to, "
        "unable to, i am unable to, unable, wont be able to, i wont be able to, not possible, "
        "isnt possible, not gonna happen, not going to happen, not this time, maybe not, "
        "perhaps not, not convenient, inconvenient, not keen, not for now, not just now, "
        "not right now, not any more, dont feel like it, cant be bothered, no need, "
        "not necessary, not needed, dont need it, dont need that, i object, unacceptable, "
        "no im good, no im ok, nuh, nuhuh, never mind that, pass on that, ill pass thanks, "
        "false info, not mine, thats false, that is false, that is wrong, thats wrong, "
        "thats incorrect, that is incorrect, wrong day, wrong time, the wrong day, "
        "the wrong time, wrong date, the wrong date, not that day, not that time, "
        "not that one, not this one, neither, none of that, over my dead body, fat chance, "
        "not likely, unlikely, as if, get lost, go away, piss off, fuck off, leave me be"
    ),
    soft=(
        "fine, ok, okay, k, kk, okk, oki, okey, okie, good, all good, alright, alrite, "
        "all right, cool, no worries, no problem, no prob, no probs, np, no biggie, no sweat, "
        "no big deal"
    ),
    assents=(
        "deal, done deal, agreed, agree, i agree, bet, sure, sure thing, sounds good, "
        "sounds great, sounds fine, works for me, that works, it works, lets go, lets do it, "
        "lets do this, go for it, go ahead, do it, will do, why not, y not, gladly, happy to, "
        "with pleasure, im in, im down, perfect, carry on"
    ),
    content=(
        "im good, im fine, im ok, im okay, im alright, im well, doing good, doing fine, "
        "doing well, doing ok, all good here, good here"
    ),
    endings=(
        "stop, stopping, quit, quitting, leave, leaving, cancel, end, ending, opt out, "
        "unsubscribe, give up, miss, bye, goodbye, bye bye"
    ),
    later=(
        "later, maybe later, not now, ask me later, ask later, ask me tomorrow, tomorrow, "
        "in a bit, in a min, one sec, one minute, wait, hold on, brb, gimme a sec, "
        "give me a sec, give me a minute, let me think, ill think about it, need to think, "
        "cant right now, cant now, another time, some other time, a minute, one moment, "
        "just a minute, give me a moment, i cant right now, not right now, not at the moment, "
        "not just now, "
        "ask tomorrow, ask me again tomorrow, text me tomorrow, message me tomorrow, "
        "remind me tomorrow, write me tomorrow, tell you tomorrow, ill tell you tomorrow, "
        "ill tell u tomorrow, ill let you know tomorrow, ill let u know, ill answer tomorrow, "
        "ask me another day, ask me next week, ask me on monday, ask me monday"
    ),
    busy=(
        "no time, i have no time, dont have time, i dont have time, got no time, busy, im busy, "
        "busy now, busy rn, too busy"
    ),
    yet="not today, not tonight, not this week, not yet, not just yet, not as yet",
    texts="texting, texts, text, writing, messaging, messages, me, us, the, from, you, u, this",
    machines=(
        "im driving, i am driving, do not disturb, auto reply, autoreply, automatic reply, "
        "automated, automated message, out of office, out of the office, not monitored, "
        "is not monitored, unmonitored, does not accept, cannot receive, cant receive, "
        "no longer in service, not in service, ill get back to you, i will get back to you, "
        "will reply as soon as, ill call you later, i cant talk right now, "
        "cant talk right now, sent from my, reply stop to, text stop to, press 1, "
        "to unsubscribe, this mailbox, message could not be delivered, "
        "im currently unavailable, i am currently unavailable, thank you for contacting, "
        "thanks for contacting, your call is important"
    ),
    asks=(
        "who, whos, what, whats, how, hows, why, where, wheres, which, when, do i, can i, "
        "can we, can you, could you, could i, could we, would you, will you, will it, are you, "
        "r u, is it, is this, is that, is there, does it, does this, do you, do we, am i, "
        "did i, did you, have i, what if, how long, how much, how many, how does, how do i, "
        "how is, who is, who are, who sees, who reads, who can see, who will, what is this, "
        "what does, what happens, what do i, why do, why are, why should, is it free, "
        "does it cost, how do you, am i talking to, are u, is somebody, is anyone"
    ),
    unsure=(
        "nvm, never mind, nevermind, nvr mind, forget it, "
        "0, o, zero, skip, skip it, skip this, skip that, pass, ill pass, pass on this, idk, "
        "idek, ik idk, dk, dno, dunno, duno, dunnoe, donno, i dunno, dont know, dont no, "
        "dont kno, dnt know, dnt kno, dont really know, do not know, not sure, not shure, "
        "not 2 sure, not to sure, not too sure, unsure, no idea, no clue, not certain, "
        "havent a clue, cant say, cant think, cant decide, undecided, hard to say, who knows, "
        "no opinion, no answer, nobody, no one, noone, rather not say, "
        "id rather not say, prefer not to say, "
        "dont want to say, dont wanna say, none, nothing, na na, n a, nothing comes to mind, "
        "leave it, leave this, leave it out, nothing right now, dont understand, dont get it, "
        "not a clue, maybe, perhaps, might, possibly, depends, it depends, dont care"
    ),
    fails=(
        "doesnt work, does not work, dont work, do not work, didnt work, wont work, isnt working, "
        "is not working, arent working, not working, isnt good, isnt great, isnt on, not on, "
        "never works, never answers, doesnt answer, wont open, doesnt open, is broken, is dead"
    ),
    doubts=(
        "not decided, not decided yet, havent decided, havent decided yet, we havent decided, "
        "we havent decided yet, i havent decided, undecided, still undecided, still dont know, "
        "i still dont know, we still dont know, we dont know yet, havent made up my mind, not "
        "made up my mind, not convinced, im not convinced, not convinced yet, im not convinced "
        "yet, "
        "couldnt say no, no conflicts, no conflict, no plans, no clash, no issue, no issues, no "
        "complaints, no complaint, no concerns, "
        "idc, i dont care, dont care, whatever u want, whatever you want, couldnt care less, "
        "more or less, didnt understand, didnt understand me, dont understand me, misunderstood, "
        "you misunderstood me, thats not what i asked, "
        "although, even though, even if, or not, its not that, it is not that, not that i, "
        "not that it, cant say no, cannot say no, cant say yes, didnt mean that, "
        "didnt mean it, didnt mean to, didnt say that, didnt say it, didnt say so, "
        "didnt say yes, didnt say no, never said that, never said it, never said yes, "
        "never said no, never said i, didnt say i, never meant that, was joking, am joking, "
        "im joking, just joking, only joking, joking, was kidding, just kidding, jk, jks, "
        "by accident, by mistake, sometimes, away from, not sure yet, isnt here, is not here, "
        "not here, "
        "not home, not around, not very, not too often, not so often, not so much, "
        "not that much, not as much, not too much, not too many, not so many, not every, "
        "not always, not exactly, not that often, yeah right, ya right, "
        "yea right, yeh right, yh right, yah right, im done, i am done, im so done, i am so done, "
        "no pressure, no rush, no hurry, no stress, nah ur good, no ur good, nah youre good, "
        "no youre good, no youre fine, nah youre fine, no ur fine, nah ur fine"
    ),
    corrects=(
        "oops, ops, whoops, oh wait, no wait, wait no, wait, hang on, hold on, my bad, my mistake, "
        "mistake, typo, sorry typo, i meant, i mean, meant, meant to say, i meant to say, "
        "i should say, should say, should be, it should be, i actually meant, actually, "
        "no actually, actually no, or rather, correction, scratch that, make that, make it, "
        "change that to, change it to, not that, sorry"
    ),
    adds="also, too, as well, aswell, plus, another, add",
    reports="i said, i told you, i already said, as i said, like i said, i meant",
    softeners=(
        "i, um, umm, uh, er, erm, hmm, hm, well, ehh, eh, oh, honestly, tbh, sorry, soz, lol, "
        "lmao, really, just, right, now, yet, bro, mate, atm, at, the, moment, please, pls, "
        "plz, thanks, thx, rn, so, to, be, honest, still, im, this, one, question, am, kinda, "
        "about, it, that, u, do, have, got, ive, for, me, ok, can, we, ill, id"
    ),
    willing=(
        "want, wanna, like, think, thing, agree, interested, need, happy, keen, ready, ok, "
        "okay, good, fine, yes, right, correct, true, come, be, do, join, text, consent, "
        "accept, cool, great, up, down, sure thing, work, works, comfortable, able, sure, "
        "feel, care, buy, support, wish, desire, love, enjoy, possible, convenient, suit, "
        "suits, fit, help, matter, qualify"
    ),
    beside=(
        "c u then, c u there, c u, c ya, cu there, for everything, "
        "best regards, kind regards, regards, sincerely, for asking, very well, "
        "please, pls, plz, thanks, thank you, thankyou, thx, ty, tysm, so much, very much, "
        "a lot, cheers, ta, man, mate, bro, bruh, sis, dude, mum, mom, sir, miss, maam, dear, "
        "hun, lol, lmao, haha, hahaha, hehe, x, xx, xxx, xo, wow, yay, wooo, oh, ah, um, uh, "
        "hmm, well, tbh, too, also, then, now, again, sorry, soz, though, tho, for now, "
        "so far, already, today, ever, at all, u too, you too, that, it, this, them, him, her, "
        "understood, i understand, i understood, got it, gotcha, noted, roger, see you then, "
        "see u then, see you there, see u there, see you, see u, see ya, see ya then, cya, "
        "cu then, talk soon, speak soon, speak then, talk then, if possible, if thats ok, if "
        "thats okay, "
        "if thats alright, if you like, if u like, if u want, if you want, thank u, thank yu, "
        "thnx, thanx, 4 me, 4 u, 4 us, 4 sure, 4 now, 4 real"
    ),
    leads=(
        "i, i said, said, says, my mum, my mom, my dad, my parents, say, i say, id say, "
        "im saying, i mean, meant, i meant, its, it, is, "
        "it is, that, thats, that is, that sounds, sounds, this, well, um, umm, uh, er, hmm, "
        "oh, so, and, but, then, just, hi, hey, hello, honestly, tbh, lol, think, i think, "
        "i guess, guess, probably, prolly, im, i am, am, be, to, really, all, very, pretty, "
        "my answer is, the answer is, answer, would, id, we, you, u, with, please, pls, hun, "
        "bro, mate, omg, actually, haha, for me, me, a"
    ),
    not_yet=(
        "almost, in, nearly, soon, turning, turn, til, till, until, not, under, over, above, "
        "below, less, more, older, younger, plus, minus, gonna, going, will, ill, be, b4, "
        "before, next, coming, around, about, between, least, most, isnt, nowhere, wish, once, "
        "when, than, son, sons, daughter, daughters, sister, sisters, brother, brothers, kid, "
        "kids, child, mum, mom, dad, mentee, friend, he, she, hes, shes, they, theyre, his, "
        "her, ish, odd, something, if, should, grade, people, of us, times, quarters"
    ),
    aged=(
        "years, yrs, yr, yo, yos, y, o, old, age, aged, half, and, m, f, male, female, "
        "my age, years young, now, only, of age, actually, a, typo, oops, "
        "ops, whoops, my bad, mistake"
    ),
    born=("born, born in, dob, b"),
    turned="turned, just turned, i turned, have turned, ive turned, been",
    counted=(
        "time, times, hour, hours, hr, hrs, minute, minutes, min, mins, day, days, week, "
        "weeks, month, months, year, years, thing, things, meeting, meetings, session, "
        "sessions, call, calls, person, people, kid, kids, of the, of my, of them, of us, "
        "and a half, and half, half, point, %, percent, ish, or so, thumbs, thumb, words, "
        "cheers, oclock, am, pm, dollars, bucks, euros, pounds, miles, km, of you"
    ),
    named=(
        "my name is, my names, my name, my name s, name is, names, name, the name is, "
        "the names, the name, im called, i am called, im, i am, iam, i m, call me, "
        "just call me, you can call me, u can call me, you may call me, please call me, "
        "pls call me, they call me, ppl call me, people call me, everyone calls me, "
        "everybody calls me, my friends call me, friends call me, i go by, i get called, its, "
        "it is, this is, me is, just, you can say, it s, known as, its me, it is me, tis, "
        "this, its just, hi its, yo its, its ya boy, im just, "
        "soy, yo soy, sou, eu sou, me llamo, mi nombre es, je m appelle, je mappelle, me chamo, "
        "eu me chamo, meu nome e, moi cest, moi c est"  # in a language that nobody knew they spoke
    ),
    called=(
        "my name is, my names, my name s, name is, the name is, the names, im called, "
        "i am called, call me, just call me, you can call me, u can call me, you may call me, "
        "please call me, pls call me, they call me, ppl call me, people call me, "
        "everyone calls me, everybody calls me, my friends call me, friends call me, "
        "my family calls me, my mum calls me, my mom calls me, my dad calls me, "
        "my mates call me, mates call me, most people call me, most ppl call me, i go by, "
        "i get called, i am known as, known as, name, my name, my nickname is, nickname, "
        "im known as, first name, first name is, my first name is, you can use, put me down as, "
        "me llamo, mi nombre es, je m appelle, je mappelle, me chamo, meu nome e"
    ),
    greetings=(
        "hi, hii, hey, heyy, hello, helo, yo, hiya, good morning, good evening, good afternoon, "
        "hi there, hey there, hello there, oh, um, umm, uh, well, sure, ok, okay, yes, yeah, "
        "nice to meet you, lol, haha, sup, hola, ola, thanks, thank you, thx, ty, please, pls, "
        "plz, here, sir, miss, howdy, greetings, morning, evening, afternoon, oh hi, ah, "
        "sure thing, of course, no problem, whats up, wassup, yep, yup, ya, nice, great, cool, "
        "alright, so, and, hmm, k, oh ok, jus, jst, que tal, q tal, buenas, bonjour, salut"
    ),
    after_names=(
        "here, is my name, is the name, is what they call me, is what people call me, "
        "is my nickname, is fine, is good, will do, works, and you, and u, and yours, n you, "
        "what about you, how about you, wbu, hbu, whats yours, what is yours, whats urs, "
        "and what is yours, speaking, btw, nice to meet you, nice to meet u, "
        "pleased to meet you, thanks, thank you, thx, please, pls, lol, haha, x, xx, is me, "
        "thats me, it is, thats my name"
    ),
    speaking=("im, i am, i, its, it is, ive, i have, you, u, this is"),
    also_names=(
        "an, in, to, guy, noone, true, false, skip, pass, will, hope, may, joy, love, young, "
        "happy, sunny, ace, bet, keen, down, long, so, my, he, she, we, le, "
        "a, i, none, early, good, great, nice, grand, sweet, bliss, royal, legend, lucky, "
        "major, precious, angel, king, man, done, lost, new, back, home, late, sure, cool, "
        "one, two, some, way, wan, me, you, see, sing, ready, business, wrong, phone"
    ),
    not_names=(
        "i, im, me, you, u, ur, your, we, they, he, she, it, its, this, that, these, those, "
        "what, whats, who, whos, why, how, when, where, which, is, are, am, was, were, be, "
        "been, do, does, did, dont, didnt, doesnt, cant, wont, not, no, yes, yeah, yep, nope, "
        "nah, ok, okay, the, a, an, and, but, or, if, because, cos, bc, so, to, of, in, on, at, "
        "for, with, from, about, my, our, their, have, has, had, can, could, should, would, "
        "want, wanna, need, know, kno, tell, say, like, think, get, got, going, gonna, please, "
        "pls, stop, help, menu, back, none, nothing, nobody, anyone, anything, whatever, idk, "
        "dunno, sure, maybe, same, already, told, business, name, names, called, call, text, "
        "number, phone, hi, hey, hello, thanks, tired, good, fine, bored, sick, sad, happy, "
        "hungry, busy, here, ready, lost, confused, sorry, late, new, scared, nervous, excited, "
        "shy, ill, old, young, too, very, really, just, now, today, tomorrow, year, years, yr, "
        "yrs, student, mentor, mentee, boy, girl, man, woman, guy, lol, lmao, wtf, omg, wrong, "
        "person, skip, pass, start, done, out, home, work, school, doing, looking, interested, "
        "love, hate, great, nice, thing, stuff, there, up, down, all, some, any, one, two, "
        "ask, guess, depends, later, driving, talking, sleeping, eating, working, waiting, "
        "playing, watching, message, reply, auto, automatic, office, available, unavailable, "
        "meeting, class, soon, again, before, after, always, never, dis, dat, wat, y, stopped, "
        "leave, give, gave, send, sent, see, seen, make, use, nobodys, said, isnt, arent, "
        "wouldnt, couldnt, shouldnt, mind, matter, matters, private, secret, anonymous, "
        "unknown, rather, prefer, care, bruh, bro, mate, dude, idc, smh, nvm, tbh, ngl, r, n, "
        "afraid, worried, alright, weird, bot, robot, ai, human, real, scam, spam, mum, mom, "
        "dad, mother, father, sister, brother, friend, teacher, police, doctor, complicated, "
        "obvious, obviously, perhaps, tonight, monday, weekend"
    ),
    particles="the, of, van, von, der, den, bin, ibn, al, el",
    months=(
        "january, jan, janurary, januery",
        "february, feb, febuary, feburary, febr",
        "march, mar",
        "april, apr",
        "may",
        "june, jun",
        "july, jul",
        "august, aug",
        "september, sept, sep, setember",
        "october, oct, ocober",
        "november, nov",
        "december, dec",
    ),
    weekdays=(
        "monday, mon, mondy, munday",
        "tuesday, tue, tues, teusday, tuseday, chewsday",
        "wednesday, wed, weds, wensday, wednsday, wendsday, wensdy",
        "thursday, thu, thur, thurs, thirsday, thersday",
        "friday, fri, frieday",
        "saturday, sat, satday, saterday",
        "sunday, sun",
    ),
    days={
        0: "today, 2day, tday, todat",
        1: (
            "tomorrow, tomorow, tommorow, tommorrow, tomoro, tomorro, tomoz, tomo, tmrw, tmrow, "
            "tmr, tmw, tmoro, 2moro, 2morro, 2morrow, 2mo, 2moz, 2mrw, morrow, the day after, "
            "next day, the next day, the following day"
        ),
        2: (
            "day after tomorrow, the day after tomorrow, day after 2moro, overmorrow, "
            "day after tmrw"
        ),
        -1: "yesterday, yday, yest, the day before",
        -2: "day before yesterday, the day before yesterday",
    },
    parts={
        "morning": (
            "in the morning, in the mornin, morning, mornin, morn, early morning, "
            "in the early morning, first thing, before noon"
        ),
        "afternoon": "in the afternoon, afternoon, arvo, in the arvo, this arvo, aft",
        "evening": "in the evening, evening, evenin, eve, in the eve, late evening",
        "night": "at night, in the night, night, nite, at nite",
    },
    units={
        "second": "seconds, secs",
        "minute": "minute, minutes, min, mins, minuet, minuets",
        "hour": "hour, hours, hr, hrs",
        "day": "day, days, dayz",
        "week": "week, weeks, wk, wks, weaks, weak",
        "fortnight": "fortnight, fortnights",
        "weekend": "weekend, wkend, wknd, weekends",
        "month": "month, months, mo, mos, mth, mths, mnth, mnths, munth, moth, moths",
        "year": "year, years, yr, yrs",
    },
    feasts=FEASTS["en"],
    signs={
        "lastnight": "last night, lastnight, last nite",
        "tonight": "tonight, tonite, 2nite, 2night, tnite",
        "now": "now, right now, rn, asap, as soon as possible, straight away, immediately",
        "noon": "noon, noonish, midday, mid day, lunchtime, 12 noon, 12noon, high noon",
        "midnight": "midnight, mid night, 12 midnight",
        "next": "next, nxt, following",
        "coming": "coming, upcoming, this coming, the coming",
        "this": "this, dis",
        "last": "last, previous",
        "in": "in, within",
        "ago": "ago, earlier",
        "later": "later, from now, from today, hence, time",
        "end": "end, late, last day of",
        "start": "first day of, start, beginning, begining, early",
        "middle": "middle, midle, mid",
        "eod": "eod, end of day, end of the day, end of play, close of business, cob",
        "at": "at, @, around, about, approx, at around, at about, near",
        "on": "on, the, on the",
        "by": (
            "by, until, till, til, before, b4, for, since, up to, no later than, latest, from, "
            "sometime, maybe, probably, prolly, hopefully, like, i think, in the, at the, "
            "please, pls"
        ),
        "of": "of, in the month of, th, rd, nd",
        "a": "a, an",
        "couple": "couple, couple of, a couple, a couple of",
        "half": "half",
        "quarter": "quarter, quater, qtr",
        "past": "past, after, gone",
        "to": "to",
        "less": "minus",
        "and": "and, n",
        "hour": "oclock, o clock, oclok, o'clock",
        "am": "am, a m, in the am",
        "pm": "pm, p m, in the pm",
        "or": "or",
        "not": "not, cant, cannot, except, never, wont, dont, isnt, wasnt, nor, hate",
        "every": (
            "mornings, afternoons, evenings, nights, every, each, evry, mondays, tuesdays, "
            "wednesdays, thursdays, fridays, saturdays, sundays, weekdays, any, all, daily, "
            "weekly, usually, always"
        ),
        "doubtful": "sat, sun, wed",
        "bounds": ("before, b4, after, until, till, til, since, by, up to, no later than, latest"),
        "zone": (
            "gmt, utc, cet, cest, bst, wet, eet, est, edt, cst, cdt, mst, mdt, pst, pdt, ist, jst, "
            "et, ct, mt, pt, eastern, pacific, your time, my time, her time, his time, their time, "
            "local time, ur time, eastern time, pacific time, central time, london time"
        ),
    },
)
