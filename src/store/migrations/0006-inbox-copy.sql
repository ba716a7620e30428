-- Which inbox copy a submission came from (device, inode, size, times): the same copy found again is not a new submission.
alter table submission add column inbox_copy text;
