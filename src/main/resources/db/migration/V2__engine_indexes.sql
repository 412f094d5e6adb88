-- Indexes the engine's own schema lacks; measured at 100,000 open tasks (docs/decisions/0004).
-- Completing a task looks for sub-tasks: without this it reads the whole task table.
create index thutuc_idx_task_parent on act_ru_task (parent_task_id_);
-- Candidate tasks of a group.
create index thutuc_idx_identity_link_group on act_ru_identitylink (group_id_, type_, task_id_);
-- Jobs are acquired by due date, timers first.
create index thutuc_idx_job_type_due on act_ru_job (type_ desc, duedate_ asc);
-- The open list of an agency by due date.
create index thutuc_idx_task_tenant_due on act_ru_task (tenant_id_, due_date_);
