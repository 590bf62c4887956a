SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET transaction_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;
SET default_tablespace = '';
SET default_table_access_method = heap;
CREATE TABLE public.address (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    channel character varying NOT NULL,
    sender character varying NOT NULL,
    digest bytea NOT NULL,
    handle bytea NOT NULL,
    unreachable_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL
);
CREATE SEQUENCE public.address_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.address_id_seq OWNED BY public.address.id;
CREATE TABLE public.alembic_version (
    version_num character varying(32) NOT NULL
);
CREATE TABLE public.broadcast (
    id bigint NOT NULL,
    programme_id bigint NOT NULL,
    coordinator_id bigint NOT NULL,
    audience character varying NOT NULL,
    text bytea NOT NULL,
    state character varying NOT NULL,
    created_at timestamp with time zone NOT NULL
);
CREATE SEQUENCE public.broadcast_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.broadcast_id_seq OWNED BY public.broadcast.id;
CREATE TABLE public.fault (
    id bigint NOT NULL,
    sender character varying NOT NULL,
    external_id character varying NOT NULL,
    code character varying NOT NULL,
    at timestamp with time zone NOT NULL
);
CREATE SEQUENCE public.fault_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.fault_id_seq OWNED BY public.fault.id;
CREATE TABLE public.feedback (
    id bigint NOT NULL,
    match_id bigint NOT NULL,
    person_id bigint NOT NULL,
    about character varying NOT NULL,
    rating integer,
    answers bytea NOT NULL,
    created_at timestamp with time zone NOT NULL
);
CREATE SEQUENCE public.feedback_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.feedback_id_seq OWNED BY public.feedback.id;
CREATE TABLE public.goal (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    programme_id bigint NOT NULL,
    text bytea NOT NULL,
    details bytea NOT NULL,
    progress integer,
    state character varying NOT NULL,
    created_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone
);
CREATE SEQUENCE public.goal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.goal_id_seq OWNED BY public.goal.id;
CREATE TABLE public.handover (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    programme_id bigint,
    kind character varying NOT NULL,
    text bytea NOT NULL,
    created_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    match_id bigint
);
CREATE SEQUENCE public.handover_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.handover_id_seq OWNED BY public.handover.id;
CREATE TABLE public.invitation (
    id bigint NOT NULL,
    programme_id bigint NOT NULL,
    role character varying NOT NULL,
    digest bytea NOT NULL,
    facts bytea NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone
);
CREATE SEQUENCE public.invitation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.invitation_id_seq OWNED BY public.invitation.id;
CREATE TABLE public.log (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    programme_id bigint,
    at timestamp with time zone NOT NULL,
    kind character varying NOT NULL,
    flow character varying NOT NULL,
    state character varying NOT NULL,
    wording character varying NOT NULL,
    channel character varying NOT NULL,
    message_id bigint,
    facts bytea
);
CREATE SEQUENCE public.log_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.log_id_seq OWNED BY public.log.id;
CREATE TABLE public.match (
    id bigint NOT NULL,
    programme_id bigint NOT NULL,
    mentor_id bigint NOT NULL,
    mentee_id bigint NOT NULL,
    reason bytea NOT NULL,
    paired_by bigint NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    code character varying NOT NULL
);
CREATE SEQUENCE public.match_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.match_id_seq OWNED BY public.match.id;
CREATE TABLE public.meeting (
    id bigint NOT NULL,
    match_id bigint NOT NULL,
    state character varying NOT NULL,
    by character varying NOT NULL,
    starts character varying NOT NULL,
    zone character varying NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    place bytea NOT NULL,
    created_at timestamp with time zone NOT NULL,
    booked_at timestamp with time zone,
    closed_at timestamp with time zone
);
CREATE SEQUENCE public.meeting_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.meeting_id_seq OWNED BY public.meeting.id;
CREATE TABLE public.message (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    address_id bigint,
    direction character varying NOT NULL,
    sender character varying NOT NULL,
    external_id character varying,
    kind character varying NOT NULL,
    text bytea NOT NULL,
    buttons bytea,
    status character varying NOT NULL,
    priority integer NOT NULL,
    due_at timestamp with time zone NOT NULL,
    send_before timestamp with time zone,
    attempts integer NOT NULL,
    flagged boolean NOT NULL,
    code character varying NOT NULL,
    segments integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    answered_at timestamp with time zone,
    aside_at timestamp with time zone,
    sent_at timestamp with time zone,
    asked character varying,
    asked_at timestamp with time zone,
    broadcast_id bigint
);
CREATE SEQUENCE public.message_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.message_id_seq OWNED BY public.message.id;
CREATE TABLE public.participant (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    programme_id bigint NOT NULL,
    role character varying NOT NULL,
    state character varying NOT NULL,
    profile bytea NOT NULL,
    created_at timestamp with time zone NOT NULL
);
CREATE SEQUENCE public.participant_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.participant_id_seq OWNED BY public.participant.id;
CREATE TABLE public.person (
    id bigint NOT NULL,
    language character varying NOT NULL,
    zone character varying NOT NULL,
    name bytea,
    stopped_at timestamp with time zone,
    held_at timestamp with time zone,
    undo bytea,
    echo bytea,
    created_at timestamp with time zone NOT NULL,
    paused_at timestamp with time zone,
    paused_until timestamp with time zone,
    fewer boolean DEFAULT false NOT NULL
);
CREATE SEQUENCE public.person_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.person_id_seq OWNED BY public.person.id;
CREATE TABLE public.programme (
    id bigint NOT NULL,
    name character varying NOT NULL,
    keyword character varying NOT NULL,
    mentor_keyword character varying NOT NULL,
    language character varying NOT NULL,
    zone character varying NOT NULL,
    country character varying NOT NULL,
    formal boolean NOT NULL,
    minimum_age integer NOT NULL,
    settings bytea NOT NULL,
    created_at timestamp with time zone NOT NULL
);
CREATE SEQUENCE public.programme_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.programme_id_seq OWNED BY public.programme.id;
CREATE TABLE public.recipient (
    id bigint NOT NULL,
    broadcast_id bigint NOT NULL,
    person_id bigint NOT NULL,
    address_id bigint,
    state character varying NOT NULL,
    code character varying NOT NULL,
    due_at timestamp with time zone NOT NULL
);
CREATE SEQUENCE public.recipient_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.recipient_id_seq OWNED BY public.recipient.id;
CREATE TABLE public.run (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    programme_id bigint,
    role character varying NOT NULL,
    flow character varying NOT NULL,
    state character varying NOT NULL,
    depth integer NOT NULL,
    asked character varying NOT NULL,
    data bytea NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    moved_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    nudge_at timestamp with time zone
);
CREATE SEQUENCE public.run_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.run_id_seq OWNED BY public.run.id;
CREATE TABLE public.timer (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    cause character varying NOT NULL,
    due_at timestamp with time zone NOT NULL,
    news bytea NOT NULL,
    waits boolean DEFAULT false NOT NULL
);
CREATE SEQUENCE public.timer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.timer_id_seq OWNED BY public.timer.id;
ALTER TABLE ONLY public.address ALTER COLUMN id SET DEFAULT nextval('public.address_id_seq'::regclass);
ALTER TABLE ONLY public.broadcast ALTER COLUMN id SET DEFAULT nextval('public.broadcast_id_seq'::regclass);
ALTER TABLE ONLY public.fault ALTER COLUMN id SET DEFAULT nextval('public.fault_id_seq'::regclass);
ALTER TABLE ONLY public.feedback ALTER COLUMN id SET DEFAULT nextval('public.feedback_id_seq'::regclass);
ALTER TABLE ONLY public.goal ALTER COLUMN id SET DEFAULT nextval('public.goal_id_seq'::regclass);
ALTER TABLE ONLY public.handover ALTER COLUMN id SET DEFAULT nextval('public.handover_id_seq'::regclass);
ALTER TABLE ONLY public.invitation ALTER COLUMN id SET DEFAULT nextval('public.invitation_id_seq'::regclass);
ALTER TABLE ONLY public.log ALTER COLUMN id SET DEFAULT nextval('public.log_id_seq'::regclass);
ALTER TABLE ONLY public.match ALTER COLUMN id SET DEFAULT nextval('public.match_id_seq'::regclass);
ALTER TABLE ONLY public.meeting ALTER COLUMN id SET DEFAULT nextval('public.meeting_id_seq'::regclass);
ALTER TABLE ONLY public.message ALTER COLUMN id SET DEFAULT nextval('public.message_id_seq'::regclass);
ALTER TABLE ONLY public.participant ALTER COLUMN id SET DEFAULT nextval('public.participant_id_seq'::regclass);
ALTER TABLE ONLY public.person ALTER COLUMN id SET DEFAULT nextval('public.person_id_seq'::regclass);
ALTER TABLE ONLY public.programme ALTER COLUMN id SET DEFAULT nextval('public.programme_id_seq'::regclass);
ALTER TABLE ONLY public.recipient ALTER COLUMN id SET DEFAULT nextval('public.recipient_id_seq'::regclass);
ALTER TABLE ONLY public.run ALTER COLUMN id SET DEFAULT nextval('public.run_id_seq'::regclass);
ALTER TABLE ONLY public.timer ALTER COLUMN id SET DEFAULT nextval('public.timer_id_seq'::regclass);
INSERT INTO public.address VALUES (1, 1, 'telegram', 'telegram:4242', '\x0e852928e9cce4229064b9311c5dc866776afdbae02fd90601d106b7e8881fb7', '\x01aee45c7d035ba34f5f7e602ab836ff7c225817d93dfc25dfd5d1bedf75012557', NULL, '2026-11-28 22:36:11.511828+00');
INSERT INTO public.address VALUES (2, 2, 'telegram', 'telegram:4242', '\x08705eacfb0887a4e26d3f107edd0aab39b2786e8ade9ac350c717f09fd286f1', '\x011070ea1ab52661298dda49c7eecf99d704fd3c20371f8501d39ada79bee7e2b3', NULL, '2026-11-28 22:36:11.895907+00');
INSERT INTO public.address VALUES (3, 3, 'sms', 'sms:+15550009999', '\x4b7726344043b5869bbc343e2f23464498466d67c25903e93caaa44ed6272ee0', '\x0141fc934ab7ce61ddb0500b043dd6b3c8197aaec58e269037a9afeeee7762f28774e57b41fce90e76', NULL, '2026-11-28 22:36:12.488947+00');
INSERT INTO public.address VALUES (4, 4, 'sms', 'sms:+15550009999', '\x23ff551efd4af5bf523aef4b3fbfd08f28be2ea4c99ace755a43b654857d35cb', '\x01dd972ca9342778f02198ea99022fa41ea0d347f51e7342539e18ff8102ab11282a1b4c21d153374b', NULL, '2026-11-28 22:36:12.823795+00');
INSERT INTO public.alembic_version VALUES ('0002');
INSERT INTO public.log VALUES (1, 1, NULL, '2026-11-28 22:36:11.657764+00', 'joined by word', '', '', '', 'telegram', 1, NULL);
INSERT INTO public.log VALUES (2, 2, NULL, '2026-11-28 22:36:11.939753+00', 'joined by word', '', '', '', 'telegram', 3, NULL);
INSERT INTO public.log VALUES (3, 2, 1, '2026-11-28 22:36:12.084714+00', 'answered', 'consent', 'okay', '6fbb4dac en', 'telegram', 5, '\x01713c65952aa7944999abb7a4574061ca685f685a9f9017b1604c9eb22d0b02ff336c301439e72ada66cf1a90');
INSERT INTO public.log VALUES (4, 2, 1, '2026-11-28 22:36:12.084714+00', 'ConsentGiven', 'consent', 'mentee', '', 'telegram', 5, NULL);
INSERT INTO public.log VALUES (5, 2, 1, '2026-11-28 22:36:12.237611+00', 'answered', 'intake', 'age', '9052d8c0 en', 'telegram', 7, '\x015774b3e7d2a1faf105f925869ef7490b012ef92dcc6da936a4f4720f49109e9d84ffa8471488e1a555');
INSERT INTO public.log VALUES (6, 2, 1, '2026-11-28 22:36:12.402959+00', 'answered', 'intake', 'topics', '74517e55 en', 'telegram', 9, '\x0148881d411f0eb6bc8d6a3dbbde50614158276b5e9b4ca69d11dc5f0bc5eac0b311ad3b765812c57499');
INSERT INTO public.log VALUES (7, 3, NULL, '2026-11-28 22:36:12.524491+00', 'joined by word', '', '', '', 'sms', 11, NULL);
INSERT INTO public.log VALUES (8, 3, 1, '2026-11-28 22:36:12.693595+00', 'answered', 'consent', 'okay', '6fbb4dac en', 'sms', 13, '\x01e6f14223ba7dda518a360d0effe5d4f3e13e434ef6aca5592bc072335adc507be0829412d05d45005466d664');
INSERT INTO public.log VALUES (9, 3, 1, '2026-11-28 22:36:12.693595+00', 'ConsentGiven', 'consent', 'mentee', '', 'sms', 13, NULL);
INSERT INTO public.log VALUES (10, 3, 1, '2026-11-28 22:36:12.823064+00', 'stopped', 'intake', 'age', '', 'sms', 15, NULL);
INSERT INTO public.log VALUES (11, 4, NULL, '2026-11-28 22:36:12.922823+00', 'joined by word', '', '', '', 'sms', 16, NULL);
INSERT INTO public.log VALUES (12, 4, 1, '2026-11-28 22:36:13.013485+00', 'answered', 'consent', 'okay', '6fbb4dac en', 'sms', 18, '\x01597813ee97b7835102fd2f2e2d26a855ccfd9b284916cd4a2ee6d26d13cb246781ff7fc73d4d13a651259560');
INSERT INTO public.log VALUES (13, 4, 1, '2026-11-28 22:36:13.013485+00', 'ConsentGiven', 'consent', 'mentee', '', 'sms', 18, NULL);
INSERT INTO public.log VALUES (14, 4, 1, '2026-11-28 22:36:13.195524+00', 'answered', 'intake', 'age', '9052d8c0 en', 'sms', 20, '\x01d35070d3cd2d4513f78b585bbe8b2eab7655dbb2ceea8df3bb5eb66713adfa73eca0d3d51293940491');
INSERT INTO public.message VALUES (1, 1, 1, 'in', 'telegram:4242', '1001', 'text', '\x01da157eee5bd1cffcff5ce5c8bcc005758aaf61e0509c105c8d7d3d98a32f70228c8e6d5aec449d8bbe51721835f9419ab22f0e3babc9', NULL, 'received', 0, '2026-11-28 22:36:11.511828+00', NULL, 0, false, '', 0, '2026-11-28 22:36:11.511828+00', '2026-11-28 22:36:11.657764+00', NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.message VALUES (2, 1, 1, 'out', 'telegram:4242', '7002:2', '', '\x01389ed1a590bfcbdc8d83831ee98850046ca99fa3dc3be45a301e5a440f03f594d93c71e303b924597c530d0ada71225f355c573f23ac760684792a26e2008831453f654c823db075d09351c8f0ac3bac013af6aaad534b3c6487d8644e4deab4fffc73cb7902579889b91fad102458bdafb3b9f47e28af63a1dec1062d4c62f73f3cba742a2e906908e0c3a5eb0f4e5ec10f0f97a833fa24e07a48f8d0c1c5306689f2ecf8dc9d505523002567ec9da9032719101bd07554f6d6b6943086e792604a7642c0e35005c6be6e0461d508d68fd2b116c1ca5cb3d3669b88dff34e6ecb968e722ed949bf90d3856385eca155167834d125096a4a934c9183651bf8f095c782516024439173d4aed664c359a807c7037bbc18a4309db2ab2c3041e30584bc87', '\x010d413f6d8434c4367796973e8265d7a34eb0567bacabeddc4805078c7529b43068bb41a1e88405c291f78be533a8b7f15f920da958b7f99425df6bb7e9fdb428f58b9ee81050d832a348fec83a363da7d3', 'sent', 0, '2026-11-28 22:36:11.889935+00', NULL, 1, false, '', 0, '2026-11-28 22:36:11.657764+00', NULL, NULL, '2026-11-28 22:36:11.889935+00', NULL, NULL, NULL);
INSERT INTO public.message VALUES (3, 2, 2, 'in', 'telegram:4242', '1002', 'text', '\x019eee429ce4320d90aeb2f5295a2af724a0709f79497fc1a1cd9fdfe76662d4b18298', NULL, 'received', 0, '2026-11-28 22:36:11.895907+00', NULL, 0, false, '', 0, '2026-11-28 22:36:11.895907+00', '2026-11-28 22:36:11.939753+00', NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.message VALUES (4, 2, 2, 'out', 'telegram:4242', '7001:4', '', '\x01344a725ad9558b5f2b67d9ef16ebdef379ea26872a38262ed92e9f1b4af98533c967f377b2b687cb7728f179b0a3e5b5bbb5bdbdbc7f65790b83ea169b49c7468388ea8d9b65042fb27bdb4290288579545974276c3068762ff7dc68df6aee96f8f7b2dd7c63d466c87e3a748883576c253c122903ac83b72951261fbb9117d56c88d0c7672357024a31a196ec6e200627ae4b6be760af01b6c26b02ba9638bf5d483704812af911aee541fdff19005b2a1cb7245ceb0071daf8920b6a1e1d60915a3f7a8b9f0c1f713162c12c49f2f85855ac3b002cf3bacfc2505db3b6b0c052ef4c6e3e1f3fd8d0b3bc6b58ef5a62b1395a364dcff0635ee8815b8522e4ff28bf5bfe7ffce653e2e1aae95196432e6124d33d43c3a12343d7b57920d1ee1bc3b62a', '\x010cf536ba5d340d1021935863b271307f73234f966d16b177194aa63258a6b10637b01914dfc5b686ddd2ab6ca5335bc501c28aa9ab75e5850abcd2441ac38d20e099af6d95f6e523c76e22b3340611b02a', 'sent', 0, '2026-11-28 22:36:12.056859+00', NULL, 1, false, '', 0, '2026-11-28 22:36:11.939753+00', NULL, NULL, '2026-11-28 22:36:12.056859+00', NULL, NULL, NULL);
INSERT INTO public.message VALUES (5, 2, 2, 'in', 'telegram:4242', '1003', 'text', '\x015abfd756a22c74b27f2b2566f1167be79be18c13ab4adf0b6cff271b63508dc7', NULL, 'received', 0, '2026-11-28 22:36:12.057996+00', NULL, 0, false, '', 0, '2026-11-28 22:36:12.057996+00', '2026-11-28 22:36:12.084714+00', NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.message VALUES (6, 2, 2, 'out', 'telegram:4242', '7001:6', '', '\x011427571376adf7e0a0ca68572850128884cedded95733d7ab088689cb17713c37d18234d45fb23bfa74bb6ebe8d393f0f32d770b9cdebca76ee529a651cc480d87bf6bb690246b506548cb0d9435dcf1edaac2d9f459c483ea891e052c9d301d18a7e3f507c7316d294d040873801b0705b04bd9138f3edfb7e1bde9657362d5db16d6da97bce9c9b8f9a98e20c7a136ebb37c71ad002008b1a0a4b77023ac7ce973', NULL, 'sent', 0, '2026-11-28 22:36:12.189542+00', NULL, 1, false, '', 0, '2026-11-28 22:36:12.084714+00', NULL, NULL, '2026-11-28 22:36:12.189542+00', NULL, NULL, NULL);
INSERT INTO public.message VALUES (7, 2, 2, 'in', 'telegram:4242', '1004', 'text', '\x01f7aa3da158c912736db373d0dd78a2d8409c9e73c3303571db0b4a493cd8', NULL, 'received', 0, '2026-11-28 22:36:12.193622+00', NULL, 0, false, '', 0, '2026-11-28 22:36:12.193622+00', '2026-11-28 22:36:12.237611+00', NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.message VALUES (8, 2, 2, 'out', 'telegram:4242', '7001:8', '', '\x01138f8100d4cd1bd908b82807e626a3da3ad580e47bec863714856163f59f96ec6efa7cafd70e0158d2b8751a52c16b5bab5daa969cb9c43f57c08f8d43d47d651e0464a9f8e180cb0c201dee30207b3f2ab6d7c0fa6e6b5dcca39aee', '\x01453950fc5def5f8379a25911fcb306e6234adee8450e8136e83dc755c57c4065529b77a1040d86e143298120ae5015e7e97bc9d46445b628b1a390ab0520645863bc3860aa9bc16645c88e778ad670c148d5d8a947c39f76c8b31d5593138216efcd84bbec7aa74b78b5ce8a91be8a4fdb93e028e0b4ee857718da53f369af6692c7622907f44ba6eff2a5c517b1a91b28af6a1c2bf30031a46cfacede89662893957e155a590aacc7c541c3ccd7fc91afac48c62c8f7a61aa6479ed91b2e6ffd256ce1984639b8f23aa6bec75e02acf2488f47c68d2f2d5d15f8dc73bc195b30ca9e1dd83f3d84c5ea53f2f57929e1290beef6422493c8d58cf29', 'sent', 0, '2026-11-28 22:36:12.377975+00', NULL, 1, false, '', 0, '2026-11-28 22:36:12.237611+00', NULL, NULL, '2026-11-28 22:36:12.377975+00', NULL, NULL, NULL);
INSERT INTO public.message VALUES (9, 2, 2, 'in', 'telegram:4242', '1005', 'text', '\x01bcd4a725ebda262043ba4958e893945437f67930bfe991ed074a2bb3f3eace', NULL, 'received', 0, '2026-11-28 22:36:12.385211+00', NULL, 0, false, '', 0, '2026-11-28 22:36:12.385211+00', '2026-11-28 22:36:12.402959+00', NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.message VALUES (10, 2, 2, 'out', 'telegram:4242', '7001:10', '', '\x01d4f96f7b7dfdf4aa684dc7b29871d666e26079d03c4b9c999c18d1eccf81bd4358ea9638e1ea86513ead24b2ba657a1b9fc04af262d224ab951cc5c711abd2c397abb286c09f5b2bbf543be0603b07f586cf05d6726d14096dae4e742392d3894d2ebb7b036d5161240078e590d010c17d841b919db047eb36e9c250404b93bb98cdd41f33e1fc07dda8c87c73c9', '\x01010e621263a16dafa60452b88ac90167e605565fd4198a44259f01a5011d3b6a1d16b07b381f342d12dc2973e42eaf64e8c50ac27261c5', 'sent', 0, '2026-11-28 22:36:12.486306+00', NULL, 1, false, '', 0, '2026-11-28 22:36:12.402959+00', NULL, NULL, '2026-11-28 22:36:12.486306+00', NULL, NULL, NULL);
INSERT INTO public.message VALUES (11, 3, 3, 'in', 'sms:+15550009999', 'SMb28d4836433e4c14a8a3740b7c9fb2ad', 'text', '\x019fa2e63284a13a1b7a9268c89e18368a5bf3dc82475434f1dc23748977a8eb592be3', NULL, 'received', 0, '2026-11-28 22:36:12.488947+00', NULL, 0, false, '', 0, '2026-11-28 22:36:12.488947+00', '2026-11-28 22:36:12.524491+00', NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.message VALUES (12, 3, 3, 'out', 'sms:+15550009999', 'SM04c37a9e949a4481b30b72c1cceac858', '', '\x018c600dfda3a7abb9a1c8502118be4b60b91e8af3c459cefd15e92263b390607627dbfe05a8eeddb00ce8eed06fd4e71d445eb0d8f79aa201602c7e3ece317e2f7c0c98d473f18f6ded89149a41025434ee9624600d7550f47fedf500ad6e623404029a956dd726597977651aba5d654c867c25d4d9143db65b210787cfb2612f9f17945bd8fefd84574bc59cd88ad8f1ad18e2b9736cae621cd3cc4bd907a4456b87ff1a2c9f77dac2a4a9abc4a5402059135deaa39668b3263629260e0f7e43165084be41816c5086a87a9d56fee02d45e7a1a4c7c1bb177774f89ca41e975e2d795463d30da9d02462d79e3a63ae0037aab8857d4aa3d0199feeb155072646f18fe2c0e725c637121d3e5fd22422552d939e41e671143b0bbc5b121d1d365d7a50390c214e6b6ecb381424b872b3a29beb864701', NULL, 'delivered', 0, '2026-11-28 22:36:12.611073+00', NULL, 1, false, '', 2, '2026-11-28 22:36:12.524491+00', NULL, NULL, '2026-11-28 22:36:12.611073+00', NULL, NULL, NULL);
INSERT INTO public.message VALUES (13, 3, 3, 'in', 'sms:+15550009999', 'SM5ef7594131b24430a488ce03280c98be', 'text', '\x01afec807ee89ff469daea0b34d60506780b170ca8b7b7ed09859132209baa', NULL, 'received', 0, '2026-11-28 22:36:12.640986+00', NULL, 0, false, '', 0, '2026-11-28 22:36:12.640986+00', '2026-11-28 22:36:12.693595+00', NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.message VALUES (14, 3, 3, 'out', 'sms:+15550009999', 'SM63f515fe948b4db1aa8470357b57ccba', '', '\x0157c2016079edfb24d5b068106e58a7625da1e37c8e2cca8ea32080af2a8886cd2100b8bf9031813b24550f46206125d070f12502aaee0d9c9c966e4b76dd31ef54539862997221ff7b4a73629e8abf42fdc06a8d7e8aebb08da7d4f400e389c172e3c2c2ec3435b087d714f7de12e21087d3aace71a0c15d1946bdcfe352191ce82464fbc7c924bff9449945fb6aa0ec59f4e2cb5328efa14b452af9554786', NULL, 'delivered', 0, '2026-11-28 22:36:12.764983+00', NULL, 1, false, '', 1, '2026-11-28 22:36:12.693595+00', NULL, NULL, '2026-11-28 22:36:12.764983+00', NULL, NULL, NULL);
INSERT INTO public.message VALUES (15, 3, 3, 'in', 'sms:+15550009999', 'SM0c43bbb3838244cf95d263313165ede4', 'text', '\x01ad5e8d2ced10af65a3b8a73764367fe7594ee53d72f5567e4a5bb5887f55c3b9', NULL, 'received', 0, '2026-11-28 22:36:12.765642+00', NULL, 0, false, '', 0, '2026-11-28 22:36:12.765642+00', '2026-11-28 22:36:12.823064+00', NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.message VALUES (16, 4, 4, 'in', 'sms:+15550009999', 'SM9d3c4e87d55e4299975f8af89ad09bdf', 'text', '\x01904435b352c4d3af3881fd5b7fbd67bba07c5a803145f8308f63a720a1ad3cd2f250', NULL, 'received', 0, '2026-11-28 22:36:12.823795+00', NULL, 0, false, '', 0, '2026-11-28 22:36:12.823795+00', '2026-11-28 22:36:12.922823+00', NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.message VALUES (17, 4, 4, 'out', 'sms:+15550009999', 'SM597aa0d7e3af4322a3891d986edd35d5', '', '\x0117aa90f2225e7a4ed57093c9bb5d76aa025e5a46189a1d22e390eb818a86a0e12066edcc8cfbb42d905bc16286d61ccb975bf501b886e72357fe26107a021981c4e58de837ceb641230e5a54381987f4ea1a6fd81c726e170f1a7e66f65c995073711e8126085418774432d1ef518edb67f77cc79ab1166e3485310b5146ff1c951fe2713871eb9e53d830b2b25a1c8cc3cf0801e4637717e6feea23e23f0e5d9cffa9469cbde0f37f35ccd2bd8312bdc64ff5454ce659bf29d9c6c2360a6cbbf30a8c956910781a55a276c8668d3b41800c0cc6a68333a82584e4219e19141e9ced7832fdc46755cead18f672f2faab9aea3cd3acbbfa8082608b1e984ce192878db48806fd4462f1d9369b421531be2c175f5d4d2dffc0b51da8890c750c3f4558cae80b5779c4d6bc52d62cae91c8015d522a5c', NULL, 'delivered', 0, '2026-11-28 22:36:12.922823+00', NULL, 0, false, '', 2, '2026-11-28 22:36:12.922823+00', NULL, NULL, '2026-11-28 22:36:12.940782+00', NULL, NULL, NULL);
INSERT INTO public.message VALUES (18, 4, 4, 'in', 'sms:+15550009999', 'SM7cd929be4a334f3d9aea7b1dc0c7638e', 'text', '\x01c548cf46f4c31eaa438aa4d205475ef591095af833739becb2795c1e104c', NULL, 'received', 0, '2026-11-28 22:36:12.976441+00', NULL, 0, false, '', 0, '2026-11-28 22:36:12.976441+00', '2026-11-28 22:36:13.013485+00', NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.message VALUES (19, 4, 4, 'out', 'sms:+15550009999', 'SM968ebf9dfbde484f8ccabcbd9f3062cf', '', '\x01a8cd12d3f702058a64343aabb276d406fe814a8c84a823b506eee9df84f41239faf10b9db1dd6851802863ff1f42538666a0e905ad2d21481fee6dd0cc46cc0ec8b8e5be55d021ce38d2c07b051d115df24cece96275cb380260051ed96e5bad0e42a2b873dcde9bbc93b11c33797bd2e4f2f788e739c6e4e121838a016388b4b7677cc113f5b8019d057c8858741d4005b5416cafcce7579582d0f361ac19', NULL, 'delivered', 0, '2026-11-28 22:36:13.080231+00', NULL, 1, false, '', 1, '2026-11-28 22:36:13.013485+00', NULL, NULL, '2026-11-28 22:36:13.080231+00', NULL, NULL, NULL);
INSERT INTO public.message VALUES (20, 4, 4, 'in', 'sms:+15550009999', 'SM1cddb40cc6f747ca96c319690f47c78a', 'text', '\x01e0921f27e84e2733678c49a56d66f8d26a8a4a97d9bd444bf24e263178c2', NULL, 'received', 0, '2026-11-28 22:36:13.168308+00', NULL, 0, false, '', 0, '2026-11-28 22:36:13.168308+00', '2026-11-28 22:36:13.195524+00', NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.message VALUES (21, 4, 4, 'out', 'sms:+15550009999', NULL, '', '\x01fc906f7c4f20e137617f6f26ebcd91d395064e6b5b020a498134ea1152758b374c21c2b2236b2adb5ecddd4b521a51e866ac169f6e3531c77e7cf677cea005de1686', NULL, 'queued', 0, '2026-11-28 22:36:14.315391+00', NULL, 1, false, '20503', 1, '2026-11-28 22:36:13.195524+00', NULL, NULL, '2026-11-28 22:36:13.259586+00', NULL, NULL, NULL);
INSERT INTO public.participant VALUES (1, 1, 1, 'coordinator', 'invited', '\x01690bb2ea1641919cfd60c4503485bc22065fa424898e1ce27966be84ab81', '2026-11-28 22:36:11.657764+00');
INSERT INTO public.participant VALUES (2, 2, 1, 'mentee', 'consented', '\x01d9e9d7471f023b4643be654b0e18f6f8dd991d92168c78b4045c7ab42755', '2026-11-28 22:36:11.939753+00');
INSERT INTO public.participant VALUES (3, 3, 1, 'mentee', 'consented', '\x01d3fe96142979fa1f6812b368911861a5484cf59a05568973855d3cc6ec94', '2026-11-28 22:36:12.524491+00');
INSERT INTO public.participant VALUES (4, 4, 1, 'mentee', 'consented', '\x017404da2fb2cc90de5470be95caea414eb7443ef1ea1b4f4ecd29853ee665', '2026-11-28 22:36:12.922823+00');
INSERT INTO public.person VALUES (1, 'en', 'America/New_York', '\x01443b782554be41ed5b58411a2e10c5013edbcf7f1f2532728696b55ebce3d6fe', NULL, NULL, NULL, NULL, '2026-11-28 22:36:11.511828+00', NULL, NULL, false);
INSERT INTO public.person VALUES (2, 'en', 'America/New_York', '\x015d3195a5b506891c788e3db7f89e4891aa570dd78d6a32041d9323cb6f0781', NULL, NULL, NULL, NULL, '2026-11-28 22:36:11.895907+00', NULL, NULL, false);
INSERT INTO public.person VALUES (4, 'en', 'America/New_York', NULL, NULL, NULL, NULL, NULL, '2026-11-28 22:36:12.823795+00', NULL, NULL, false);
INSERT INTO public.person VALUES (3, 'en', 'America/New_York', NULL, '2026-11-28 22:36:12.823064+00', NULL, NULL, NULL, '2026-11-28 22:36:12.488947+00', NULL, NULL, false);
INSERT INTO public.programme VALUES (1, 'Bridge', 'bridge', 'guide', 'en', 'America/New_York', 'US', false, 18, '\x01b032d27c24bb37c7384c4b1791f843127981d61fedc01cefffe512da18a335dbb9cd24c686adf57e335ac54b8d237b4e9700a97410bb534e5b6737d42d82b85eececb7882dcd8831f815c95e952ddb23a4e6ac2da498a80a8a4f547d42566ae6f098767edc7a7a867ffacc51e828a63e536541dd5a54edd743aaa64f51d2b9c6463bb64a419eb8eef51885984fce023d375044e666b52758582704f5abf4ff6aa86adc8b10315cb10cd6239e23cc82ef8d34ce209ad7d6b85d89373602bf18a01af97531ae15a9c17e4cec4000638dfc756e34b1a90416da27f5b5a42047e8d0ff228ea8e3d274b3580b0703e60d0d38d769e369b2189c680ab3af413d59d20314791b8a5833945ecf014c1a527632839338f64b5aa9c1b4e8f0823ef8d2d1c065ca8090f569eb7f40751df8820829ce0235c6e80844033abb01d331367b974188175942e968326ce7de5bc4e188d1cdbde32542b414495a679f12671b26bb4f6eb9f7dea231a414b034e2de525e52299026e042ecefcede8c486940412687a1822b149d2cb9a3810f6f86c6de7b9b373157ded154d18f28f93c2d946109b2939e1b8f6b03cef8e9dc5594fda2e691c1a6d2916ea6c6d7e51cb02e5fe5ed8194bf31af640e684d1379778d217517b185b6465da0cdd208e19ff4b6fd02082d2862fe61dd672ba0a4493b7418217420c42bd7af20f10f9dc22afcfd1d072bc38cc1e79f5de6bca59f76dcb2118b75336e7c723421c6000ec37d15ee67dcbd9f39fa1ba6781daebbc405adf79c689e8e99a2893978a5ca04894475edc27caf3dd399ff29ca2acc29e3dac261415ec5f7fa20949c63bdea20e21e45fc9f8923d318e81321cd7f8bd952af3d5993800ef982193ef086acccf8462de73e2b3cf39803dbb56ad5adf7caa86fd81e9d4a86a8f3d0155a37251041e46d25f82e4c5c212c65ab3666c1e3ba749c0f33054d79a6fc3abaf0dd8d8bfa99cdf4e596f9df0fc6d30d5a9a07899175b4074f16ef7f81e93f265c2861e9630fec8380445799b6c38523fde43f9bf9a111702a98f5e9ce117cf74e486ef2f8bfc3ddfe97abe09221fd1b9cfe9c61460d59bdf3a5059e2fc88a1787ea1b4ff0719e367d21f31dea3e9b1a0147caf6848187393fcfcea6196a0e4f6bfcbb697c41aa6da468f08dcca2fc01c93eb498b2d22fea71174e8e3fcea6affc4f573f', '2026-11-28 22:36:10.208236+00');
INSERT INTO public.run VALUES (1, 1, 1, 'coordinator', 'consent', 'okay', 0, '1itMCFZ4', '\x01041cfa9da7de8b64320f9c0c6c758d601c2f50356199d7f29772f4fe63f4214d03a1bfe245369ac1fc614dbe2c070887107b1b4f35', '2026-11-28 22:36:11.657764+00', '2026-11-28 22:36:11.657764+00', NULL, '2026-11-29 22:36:11.657764+00');
INSERT INTO public.run VALUES (2, 2, 1, 'mentee', 'consent', 'mentee', 0, 'T8wF-ZHL', '\x0131114f9a2e2b26c96c348d5f1b668b7530b1307557d3352991b67b0a6dd2', '2026-11-28 22:36:11.939753+00', '2026-11-28 22:36:12.084714+00', '2026-11-28 22:36:12.084714+00', NULL);
INSERT INTO public.run VALUES (3, 2, 1, 'mentee', 'intake', 'hopes', 0, 'D0gacUr4', '\x0199bd0f32bac4231425a0ca6ef98f10d45e063310a6026cae98e2904d21f402df26cc772fd4335ee7c8fecc643352453290a34ee84256d10f9c51fffb213f7290a25c520046bf49a753c7a2c1c16a5079a38a520dc05b490492a9a0c367ff6e19ef59733d5ae39dba8f36e9a80a7e12468a13fd193b014757f978babf04883707c22f38a6b50c84a0e4ec6877', '2026-11-28 22:36:12.084714+00', '2026-11-28 22:36:12.402959+00', NULL, '2026-11-29 22:36:12.402959+00');
INSERT INTO public.run VALUES (4, 3, 1, 'mentee', 'consent', 'mentee', 0, 'aF7FPbQ2', '\x01d023a7bdf113117ba2b8021a3389d28c394e161f5f1a088c0b235b17fac3', '2026-11-28 22:36:12.524491+00', '2026-11-28 22:36:12.693595+00', '2026-11-28 22:36:12.693595+00', NULL);
INSERT INTO public.run VALUES (5, 3, 1, 'mentee', 'intake', 'age', 0, 'uDFa7lod', '\x01b150c44212b2227faa89fb6d6aea0f10f29f0960a715837237454b99dd92', '2026-11-28 22:36:12.693595+00', '2026-11-28 22:36:12.823064+00', '2026-11-28 22:36:12.823064+00', NULL);
INSERT INTO public.run VALUES (6, 4, 1, 'mentee', 'consent', 'mentee', 0, '1BeNvOwI', '\x01f3b7ed6c299836314411218921aeeb05dcf66ab92b0583a43cf86566915e', '2026-11-28 22:36:12.922823+00', '2026-11-28 22:36:13.013485+00', '2026-11-28 22:36:13.013485+00', NULL);
INSERT INTO public.run VALUES (7, 4, 1, 'mentee', 'intake', 'name', 0, 'xTKG4WEl', '\x01d7a60fdbc546d3cbf162732454d2e26dda99c8b619ba64d1234f9cc2a0ad8d7dfd25f5433edbc431734e82bfb3efdcdd0ba8b48208d5741dc81c4f06823e37a11294d33889099e7dc7e3faf757c19c77e803b0a668b2', '2026-11-28 22:36:13.013485+00', '2026-11-28 22:36:13.195524+00', NULL, '2026-11-29 22:36:13.195524+00');
SELECT pg_catalog.setval('public.address_id_seq', 4, true);
SELECT pg_catalog.setval('public.broadcast_id_seq', 1, false);
SELECT pg_catalog.setval('public.fault_id_seq', 1, false);
SELECT pg_catalog.setval('public.feedback_id_seq', 1, false);
SELECT pg_catalog.setval('public.goal_id_seq', 1, false);
SELECT pg_catalog.setval('public.handover_id_seq', 1, false);
SELECT pg_catalog.setval('public.invitation_id_seq', 1, false);
SELECT pg_catalog.setval('public.log_id_seq', 14, true);
SELECT pg_catalog.setval('public.match_id_seq', 1, false);
SELECT pg_catalog.setval('public.meeting_id_seq', 1, false);
SELECT pg_catalog.setval('public.message_id_seq', 21, true);
SELECT pg_catalog.setval('public.participant_id_seq', 4, true);
SELECT pg_catalog.setval('public.person_id_seq', 4, true);
SELECT pg_catalog.setval('public.programme_id_seq', 1, true);
SELECT pg_catalog.setval('public.recipient_id_seq', 1, false);
SELECT pg_catalog.setval('public.run_id_seq', 7, true);
SELECT pg_catalog.setval('public.timer_id_seq', 1, false);
ALTER TABLE ONLY public.alembic_version
    ADD CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num);
ALTER TABLE ONLY public.address
    ADD CONSTRAINT pk_address PRIMARY KEY (id);
ALTER TABLE ONLY public.broadcast
    ADD CONSTRAINT pk_broadcast PRIMARY KEY (id);
ALTER TABLE ONLY public.fault
    ADD CONSTRAINT pk_fault PRIMARY KEY (id);
ALTER TABLE ONLY public.feedback
    ADD CONSTRAINT pk_feedback PRIMARY KEY (id);
ALTER TABLE ONLY public.goal
    ADD CONSTRAINT pk_goal PRIMARY KEY (id);
ALTER TABLE ONLY public.handover
    ADD CONSTRAINT pk_handover PRIMARY KEY (id);
ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT pk_invitation PRIMARY KEY (id);
ALTER TABLE ONLY public.log
    ADD CONSTRAINT pk_log PRIMARY KEY (id);
ALTER TABLE ONLY public.match
    ADD CONSTRAINT pk_match PRIMARY KEY (id);
ALTER TABLE ONLY public.meeting
    ADD CONSTRAINT pk_meeting PRIMARY KEY (id);
ALTER TABLE ONLY public.message
    ADD CONSTRAINT pk_message PRIMARY KEY (id);
ALTER TABLE ONLY public.participant
    ADD CONSTRAINT pk_participant PRIMARY KEY (id);
ALTER TABLE ONLY public.person
    ADD CONSTRAINT pk_person PRIMARY KEY (id);
ALTER TABLE ONLY public.programme
    ADD CONSTRAINT pk_programme PRIMARY KEY (id);
ALTER TABLE ONLY public.recipient
    ADD CONSTRAINT pk_recipient PRIMARY KEY (id);
ALTER TABLE ONLY public.run
    ADD CONSTRAINT pk_run PRIMARY KEY (id);
ALTER TABLE ONLY public.timer
    ADD CONSTRAINT pk_timer PRIMARY KEY (id);
ALTER TABLE ONLY public.address
    ADD CONSTRAINT uq_address_digest UNIQUE (digest);
ALTER TABLE ONLY public.feedback
    ADD CONSTRAINT uq_feedback_match_id_person_id_about UNIQUE (match_id, person_id, about);
ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT uq_invitation_digest UNIQUE (digest);
ALTER TABLE ONLY public.participant
    ADD CONSTRAINT uq_participant_person_id_programme_id_role UNIQUE (person_id, programme_id, role);
ALTER TABLE ONLY public.programme
    ADD CONSTRAINT uq_programme_keyword UNIQUE (keyword);
ALTER TABLE ONLY public.programme
    ADD CONSTRAINT uq_programme_mentor_keyword UNIQUE (mentor_keyword);
ALTER TABLE ONLY public.recipient
    ADD CONSTRAINT uq_recipient_broadcast_id_person_id UNIQUE (broadcast_id, person_id);
ALTER TABLE ONLY public.timer
    ADD CONSTRAINT uq_timer_cause UNIQUE (cause);
CREATE INDEX ix_address_person_id ON public.address USING btree (person_id);
CREATE INDEX ix_broadcast_coordinator_id ON public.broadcast USING btree (coordinator_id);
CREATE INDEX ix_goal_person_id ON public.goal USING btree (person_id);
CREATE INDEX ix_handover_open ON public.handover USING btree (programme_id, id) WHERE (closed_at IS NULL);
CREATE INDEX ix_handover_person_id ON public.handover USING btree (person_id);
CREATE INDEX ix_log_person_id ON public.log USING btree (person_id);
CREATE INDEX ix_match_closed ON public.match USING btree (closed_at) WHERE (closed_at IS NOT NULL);
CREATE INDEX ix_match_mentor ON public.match USING btree (mentor_id) WHERE (closed_at IS NULL);
CREATE INDEX ix_meeting_match ON public.meeting USING btree (match_id, id);
CREATE INDEX ix_message_asked ON public.message USING btree (asked) WHERE (asked IS NOT NULL);
CREATE INDEX ix_message_delayed ON public.message USING btree (person_id) WHERE (((status)::text = 'queued'::text) AND (attempts > 0));
CREATE INDEX ix_message_due ON public.message USING btree (sender, priority, due_at, id) WHERE ((status)::text = 'queued'::text);
CREATE INDEX ix_message_expiry ON public.message USING btree (sender, send_before) WHERE (((status)::text = 'queued'::text) AND (send_before IS NOT NULL));
CREATE INDEX ix_message_external ON public.message USING btree (sender, external_id) WHERE (((direction)::text = 'out'::text) AND (external_id IS NOT NULL));
CREATE INDEX ix_message_late ON public.message USING btree (id) WHERE ((broadcast_id IS NOT NULL) AND ((status)::text = 'expired'::text));
CREATE INDEX ix_message_open ON public.message USING btree (sender, status) WHERE ((status)::text = ANY ((ARRAY['sending'::character varying, 'unknown'::character varying])::text[]));
CREATE INDEX ix_message_thread ON public.message USING btree (address_id, id);
CREATE INDEX ix_message_unanswered ON public.message USING btree (id) WHERE (((direction)::text = 'in'::text) AND (answered_at IS NULL));
CREATE INDEX ix_message_unanswered_person ON public.message USING btree (person_id, id) WHERE (((direction)::text = 'in'::text) AND (answered_at IS NULL));
CREATE INDEX ix_message_unasked_for ON public.message USING btree (person_id, created_at) WHERE (((direction)::text = 'out'::text) AND (priority > 0));
CREATE INDEX ix_message_waiting ON public.message USING btree (person_id, priority, id) WHERE ((status)::text = ANY ((ARRAY['queued'::character varying, 'sending'::character varying, 'unknown'::character varying])::text[]));
CREATE INDEX ix_recipient_due ON public.recipient USING btree (due_at) WHERE ((state)::text = 'waiting'::text);
CREATE INDEX ix_run_silent ON public.run USING btree (nudge_at) WHERE ((closed_at IS NULL) AND (nudge_at IS NOT NULL));
CREATE INDEX ix_timer_due_at ON public.timer USING btree (due_at);
CREATE INDEX ix_timer_person_id ON public.timer USING btree (person_id);
CREATE UNIQUE INDEX uq_match_mentee ON public.match USING btree (mentee_id) WHERE (closed_at IS NULL);
CREATE UNIQUE INDEX uq_meeting_open ON public.meeting USING btree (match_id) WHERE (closed_at IS NULL);
CREATE UNIQUE INDEX uq_message_broadcast ON public.message USING btree (broadcast_id, person_id) WHERE (broadcast_id IS NOT NULL);
CREATE UNIQUE INDEX uq_message_inbound ON public.message USING btree (sender, external_id) WHERE ((direction)::text = 'in'::text);
CREATE UNIQUE INDEX uq_run_open ON public.run USING btree (person_id, depth) WHERE (closed_at IS NULL);
ALTER TABLE ONLY public.address
    ADD CONSTRAINT fk_address_person_id FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.broadcast
    ADD CONSTRAINT fk_broadcast_coordinator_id FOREIGN KEY (coordinator_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.broadcast
    ADD CONSTRAINT fk_broadcast_programme_id FOREIGN KEY (programme_id) REFERENCES public.programme(id);
ALTER TABLE ONLY public.feedback
    ADD CONSTRAINT fk_feedback_match_id FOREIGN KEY (match_id) REFERENCES public.match(id);
ALTER TABLE ONLY public.feedback
    ADD CONSTRAINT fk_feedback_person_id FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.goal
    ADD CONSTRAINT fk_goal_person_id FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.goal
    ADD CONSTRAINT fk_goal_programme_id FOREIGN KEY (programme_id) REFERENCES public.programme(id);
ALTER TABLE ONLY public.handover
    ADD CONSTRAINT fk_handover_person_id FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.handover
    ADD CONSTRAINT fk_handover_programme_id FOREIGN KEY (programme_id) REFERENCES public.programme(id);
ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT fk_invitation_programme_id FOREIGN KEY (programme_id) REFERENCES public.programme(id);
ALTER TABLE ONLY public.log
    ADD CONSTRAINT fk_log_person_id FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.log
    ADD CONSTRAINT fk_log_programme_id FOREIGN KEY (programme_id) REFERENCES public.programme(id);
ALTER TABLE ONLY public.match
    ADD CONSTRAINT fk_match_mentee_id FOREIGN KEY (mentee_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.match
    ADD CONSTRAINT fk_match_mentor_id FOREIGN KEY (mentor_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.match
    ADD CONSTRAINT fk_match_paired_by FOREIGN KEY (paired_by) REFERENCES public.person(id);
ALTER TABLE ONLY public.match
    ADD CONSTRAINT fk_match_programme_id FOREIGN KEY (programme_id) REFERENCES public.programme(id);
ALTER TABLE ONLY public.meeting
    ADD CONSTRAINT fk_meeting_match_id FOREIGN KEY (match_id) REFERENCES public.match(id);
ALTER TABLE ONLY public.message
    ADD CONSTRAINT fk_message_address_id FOREIGN KEY (address_id) REFERENCES public.address(id);
ALTER TABLE ONLY public.message
    ADD CONSTRAINT fk_message_person_id FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.participant
    ADD CONSTRAINT fk_participant_person_id FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.participant
    ADD CONSTRAINT fk_participant_programme_id FOREIGN KEY (programme_id) REFERENCES public.programme(id);
ALTER TABLE ONLY public.recipient
    ADD CONSTRAINT fk_recipient_address_id FOREIGN KEY (address_id) REFERENCES public.address(id);
ALTER TABLE ONLY public.recipient
    ADD CONSTRAINT fk_recipient_broadcast_id FOREIGN KEY (broadcast_id) REFERENCES public.broadcast(id);
ALTER TABLE ONLY public.recipient
    ADD CONSTRAINT fk_recipient_person_id FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.run
    ADD CONSTRAINT fk_run_person_id FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.run
    ADD CONSTRAINT fk_run_programme_id FOREIGN KEY (programme_id) REFERENCES public.programme(id);
ALTER TABLE ONLY public.timer
    ADD CONSTRAINT fk_timer_person_id FOREIGN KEY (person_id) REFERENCES public.person(id);
