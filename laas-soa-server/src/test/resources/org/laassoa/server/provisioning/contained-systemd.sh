# Becomes a systemd with no units but those that are installed in it, on a file system of its own:
# what it writes is gone with it, and nothing of the host is started, changed or cleaned. To be run
# by unshare with namespaces of processes, mounts, host name and messages.
#
#   contained-systemd.sh FOLDER   an empty folder to mount things on
set -e
mount --make-rprivate /
mount -t tmpfs tmpfs "$1"
mkdir "$1/upper" "$1/work" "$1/root"
mount -t overlay overlay -o "lowerdir=/,upperdir=$1/upper,workdir=$1/work" "$1/root"
cd "$1/root"
mount -t proc proc proc
mount --rbind /dev dev
mount -t tmpfs tmpfs sys
mkdir -p sys/fs/cgroup run/sshd
mount -t cgroup2 none sys/fs/cgroup
mount -t tmpfs tmpfs run
mkdir -p run/sshd
for folder in usr/lib/systemd/system usr/lib/systemd/system-generators etc/systemd/system; do
  mount -t tmpfs tmpfs "$folder"
done
for target in sysinit basic shutdown umount multi-user network-online; do
  printf '[Unit]\nDescription=%s\nDefaultDependencies=no\n' "$target" \
    >"usr/lib/systemd/system/$target.target"
done
pivot_root . mnt
umount -l /mnt
export container=other
exec /lib/systemd/systemd --system --unit=basic.target </dev/null
