-- Few rows at any time: what is being sent now, and what a process that died has left behind.
create index concurrently if not exists message_delivery_sending on message_delivery (campus_id) where state = 'sending';
