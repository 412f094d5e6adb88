<#import "common.ftl" as c>
<@subject>Nghĩa vụ tài chính của hồ sơ ${dossier.number}</@subject>
<@mail>
<@c.letter>
Hồ sơ của ông/bà đã có thông báo về nghĩa vụ tài chính.
<#if fee??>
<#if fee.amount??>
Số tiền phải nộp: ${fee.amount}
</#if>
<#if fee.number??>
Thông báo số: ${fee.number}<#if fee.day??>, ngày ${fee.day}</#if>
</#if>
</#if>
Sau khi nộp, đề nghị gửi chứng từ cho nơi nộp hồ sơ. Thời hạn giải quyết tạm dừng cho đến khi hoàn thành nghĩa vụ.
</@c.letter>
</@mail>
<@sms>Hồ sơ ${dossier.number}: <#if fee?? && fee.amount??>số tiền phải nộp ${fee.amount}<#else>đã có thông báo nộp tiền</#if>. Nộp xong xin gửi chứng từ cho nơi nộp hồ sơ. ${agency.name}</@sms>
<@zalo template="fee-due" so_ho_so=dossier.number ten=to.name co_quan=agency.name so_tien=(fee.amount)!"theo thông báo"/>
