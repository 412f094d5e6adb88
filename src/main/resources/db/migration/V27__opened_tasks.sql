-- Who has had a task before them goes with the task, also when somebody opens it while it is being completed.
delete from task_opened o where not exists (select 1 from act_ru_task t where t.id_ = o.task_id);
alter table task_opened
  add constraint task_opened_task foreign key (task_id) references act_ru_task (id_) on delete cascade;
