#!/usr/bin/env python3
"""How long xindaya takes for a catalogue of 20,000 messages, beside msgfmt and pofilter.

Run by hand: python3 benches/catalogue.py [PROGRAM], by default target/release/xindaya. Every
program runs on the same file in turn, RUNS times; the shortest run of each counts, for others may
keep the machine busy. xindaya runs without its sentence encoder, for the others do not read what
messages say; with it, as it does by default, and pofilter run once. The messages are our own, put together from parts: words of a program's
windows, errors and help, with placeholders, in simplified Chinese; about one in fifty has a fault
that a program should find. pofilter (PyPI: translate-toolkit) is left out where it is not installed.
"""

import itertools
import os
import shutil
import subprocess
import sys
import tempfile
import time

MESSAGES = 20_000
RUNS = 5
SLOW = ("xindaya check --effort full", "pofilter")

# What is done, and what it is done to.
VERBS = [
    ("open", "打开"), ("save", "保存"), ("delete", "删除"), ("rename", "重命名"),
    ("copy", "复制"), ("move", "移动"), ("download", "下载"), ("upload", "上传"),
    ("import", "导入"), ("export", "导出"), ("print", "打印"), ("share", "共享"),
    ("restore", "恢复"), ("compress", "压缩"), ("encrypt", "加密"), ("verify", "验证"),
    ("install", "安装"), ("update", "更新"), ("archive", "归档"), ("preview", "预览"),
]
THINGS = [
    ("the file", "文件"), ("the folder", "文件夹"), ("the project", "项目"),
    ("the image", "图片"), ("the account", "账户"), ("the message", "消息"),
    ("the backup", "备份"), ("the package", "软件包"), ("the report", "报告"),
    ("the certificate", "证书"), ("the calendar", "日历"), ("the contact", "联系人"),
    ("the template", "模板"), ("the playlist", "播放列表"), ("the bookmark", "书签"),
    ("the database", "数据库"), ("the attachment", "附件"), ("the profile", "配置文件"),
    ("the log", "日志"), ("the spreadsheet", "电子表格"),
]
REASONS = [
    ("the disk is full", "磁盘已满"), ("the connection was lost", "连接已断开"),
    ("the server did not answer in time", "服务器没有及时响应"),
    ("you do not have permission", "您没有权限"), ("it is being used by another program", "它正被另一个程序使用"),
    ("the name is already taken", "名称已被占用"), ("the password is wrong", "密码不正确"),
    ("the format is not supported", "不支持该格式"), ("the signature does not match", "签名不匹配"),
    ("the license has expired", "许可证已过期"),
]
WINDOWS = [
    ("the main window", "主窗口"), ("the sidebar", "侧栏"), ("the toolbar", "工具栏"),
    ("the settings", "设置"), ("the start page", "起始页"), ("the search results", "搜索结果"),
    ("the context menu", "右键菜单"), ("the history", "历史记录"), ("the recycle bin", "回收站"),
    ("the download list", "下载列表"),
]
# Messages about a verb, a thing, and a reason or a window: no two are the same.
SHAPES = [
    ("Could not {v} {t} “%s”: {r}.", "无法{V}{T}“%s”：{R}。"),
    ("Do you want to {v} {t} from {w} now?", "现在要从{W}{V}{T}吗？"),
    ("Select {t} in {w}, then click Next to {v} it.", "在{W}中选择{T}，然后单击“下一步”进行{V}。"),
    ("%d of %d items were skipped while trying to {v} {t}: {r}.",
     "尝试{V}{T}时跳过了 %d 个项目（共 %d 个）：{R}。"),
    ("{w}: {v} {t}…", "{W}：{V}{T}……"),
    ("This will {v} {t} and remove it from {w}. The step cannot be undone.",
     "此操作将{V}{T}，并将其从{W}中移除，且无法撤销。"),
    ("When {r}, the program tries to {v} {t} again after %d seconds.",
     "如果{R}，程序会在 %d 秒后再次尝试{V}{T}。"),
    ("<b>Tip:</b> press Ctrl+%c in {w} to {v} {t} at once.",
     "<b>提示：</b>在{W}中按 Ctrl+%c 可立即{V}{T}。"),
    ("Last attempt to {v} {t}: %s ({r})", "上次尝试{V}{T}的时间：%s（{R}）"),
    ("Show details of {t} in {w} before you {v} it (requires version 3.2 or later)",
     "{V}前在{W}中显示{T}的详细信息（需要 3.2 或更高版本）"),
]
# What goes wrong in a translation, in turn: a stop, a placeholder, a number, a word said twice.
FAULTS = [
    lambda text: text.replace("。", "."),
    lambda text: text.replace("“%s”", ""),
    lambda text: text.replace("3.2", "2.3"),
    lambda text: text.replace("无法", "无法无法"),
]
HEAD = r'''msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Language: zh_CN\n"
"Plural-Forms: nplurals=1; plural=0;\n"

'''


def messages():
    """Pairs of a message and its translation, all different."""
    every = itertools.product(VERBS, THINGS, zip(REASONS, WINDOWS), SHAPES)
    for nth, ((v, V), (t, T), ((r, R), (w, W)), (source, target)) in enumerate(every):
        words = {"v": v, "t": t, "r": r, "w": w, "V": V, "T": T, "R": R, "W": W}
        source, target = source.format(**words), target.format(**words)
        if nth % 49 == 0:
            target = FAULTS[nth // 49 % len(FAULTS)](target)
        yield source[0].upper() + source[1:], target


def write(path):
    def quoted(text):
        return text.replace("\\", "\\\\").replace('"', '\\"')

    with open(path, "w", encoding="utf-8") as file:
        file.write(HEAD)
        for nth, (source, target) in enumerate(itertools.islice(messages(), MESSAGES)):
            flag = "#, c-format\n" if "%" in source else ""
            file.write(f"#: src/window{nth % 97}.c:{nth}\n{flag}")
            file.write(f'msgid "{quoted(source)}"\nmsgstr "{quoted(target)}"\n\n')


def seconds(command):
    start = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    taken = time.perf_counter() - start
    # msgfmt and xindaya return 1 where they find faults.
    if done.returncode not in (0, 1):
        sys.exit(f"{command[0]} ended with {done.returncode}")
    return taken


def main():
    program = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else "target/release/xindaya")
    if not shutil.which(program):
        sys.exit(f"{program} is no program: cargo build --release, or name another")
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "zh_CN.po")
        write(path)
        commands = {
            "xindaya check": [program, "check", "--effort", "fast", path],
            "xindaya check --format jsonl": [
                program, "check", "--effort", "fast", "--format", "jsonl", path
            ],
            "xindaya check --effort full": [program, "check", "--effort", "full", path],
            "msgfmt -c": ["msgfmt", "-c", "-o", os.devnull, path],
            "pofilter": ["pofilter", path, os.path.join(folder, "out.po")],
        }
        commands = {name: it for name, it in commands.items() if shutil.which(it[0])}
        best = dict.fromkeys(commands, float("inf"))
        for run in range(RUNS):
            for name, command in commands.items():
                # Those that take long are run once.
                if name not in SLOW or run == 0:
                    best[name] = min(best[name], seconds(command))
        size = os.path.getsize(path) / 1e6
    print(f"{MESSAGES:,} messages, {size:.1f} MB, the shortest of {RUNS} runs")
    ours = best["xindaya check"]
    for name, taken in best.items():
        print(f"{name:30} {taken:8.3f} s   {taken / ours:6.2f} of xindaya check")


if __name__ == "__main__":
    main()
